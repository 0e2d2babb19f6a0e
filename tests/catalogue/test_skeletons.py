"""A new region or target language: files whose empty fields are all told, and nothing else is wrong with them."""

import re
from pathlib import Path

import pytest

from bot.catalogue import jobs, kinds, skeletons, skills, tips
from bot.catalogue.authored import Authored
from bot.catalogue.check import check
from bot.catalogue.folder import read_folder
from bot.catalogue.skeletons import NewRegion, together
from bot.catalogue.translations import sources
from bot.learning.items import item_types
from bot.learning.shapes import Shape
from bot.settings import CONTENT
from tests.catalogue.conftest import TODAY, change

POPOVO = NewRegion("bg-pop", "Попово", "bg", "Europe/Sofia", "en", ("uk", "ru"))
NOT_FILLED_IN = re.compile(
    r"is missing|is empty|needs `source`|has none with the flag|is made of a-z|has the id of another"
)


def made(course: Path, into: Path) -> list[Path]:
    """Both skeletons, written into a folder."""
    entries = read_folder(course / "content").entries
    return [
        *skeletons.write(skeletons.region(POPOVO, entries), into),
        *skeletons.write(skeletons.target("bg", "en", entries), into),
    ]


def test_every_problem_of_a_skeleton_is_a_field_to_fill_in(course: Path, tmp_path: Path) -> None:
    paths = made(course, tmp_path / "new")
    with together(course / "content", tmp_path / "new") as both:
        problems = [problem for problem in check(both, course / "locales", TODAY) if "bg" in problem.file]
    assert {problem.file for problem in problems} == {f"content/{p.relative_to(tmp_path / 'new')}" for p in paths}
    assert [str(problem) for problem in problems if not NOT_FILLED_IN.search(problem.message)] == []


def test_without_another_folder_the_content_stays_where_it_is(course: Path) -> None:
    with together(course / "content", None) as alone:
        assert alone == course / "content"


@pytest.mark.parametrize(
    ("place", "shapes"),
    [
        ("regions/bg-pop.yml", kinds.shapes("region", {})),
        ("tips/bg-pop/payslip_wage.yml", tips.SHAPES),
        ("interviews/bg.yml", kinds.shapes("interview", {})),
        ("packs/bg/shared/A1.yml", item_types()["meet"].shapes),
        ("jobs/bg/construction.yml", jobs.SHAPES),
        ("skills/bg/building.yml", skills.CARD_SHAPES),
    ],
)
def test_a_skeleton_has_every_field_that_is_needed(place: str, shapes: tuple[Shape, ...]) -> None:
    entries = read_folder(CONTENT).entries
    text = {**skeletons.region(POPOVO, entries), **skeletons.target("bg", "en", entries)}[place]
    assert {shape.name for shape in shapes if shape.required} <= {*re.findall(r"(\w+):", text)}


def test_nothing_is_written_over(course: Path, tmp_path: Path) -> None:
    paths = made(course, tmp_path / "new")
    paths[0].write_text("mine", encoding="utf-8")
    paths[-1].unlink()
    with pytest.raises(FileExistsError, match=r"bg-pop\.yml"):
        made(course, tmp_path / "new")
    assert paths[0].read_text(encoding="utf-8") == "mine"
    assert not paths[-1].exists()


def words_for(course: Path, language: str) -> set[str]:
    """What somebody translates into this language, by its place."""
    entries: tuple[Authored, ...] = read_folder(course / "content").entries
    return {source.words.context for source in sources(entries, language)}


def test_a_region_is_translated_into_the_languages_that_it_names(course: Path) -> None:
    everything = words_for(course, "nl")
    assert everything == words_for(course, "ar")
    change(course, "content/regions/be-vlg.yml", "timezone:", "languages: [nl]\ntimezone:")
    assert words_for(course, "nl") == everything
    assert words_for(course, "ar") == set()
