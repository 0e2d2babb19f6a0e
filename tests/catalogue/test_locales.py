import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.catalogue.check import check
from bot.catalogue.locales import check_locales
from bot.catalogue.problems import BrokenContent
from bot.catalogue.translations import update
from tests.catalogue.conftest import TODAY, change

CASES = yaml.safe_load((Path(__file__).parent / "broken_locales.yml").read_text(encoding="utf-8"))
ROOT = Path(__file__).parents[2]


def told(course: Path) -> list[str]:
    return [str(one) for one in check_locales(course / "locales", course / "content", [course / "code"])]


def test_sound_translations_have_no_problems(course: Path) -> None:
    assert told(course) == []


@pytest.mark.parametrize("case", CASES, ids=[f"{case['old']!r}"[:40] for case in CASES])
def test_broken_translations_are_told_where_and_how_to_mend_them(course: Path, case: dict[str, Any]) -> None:
    change(course, case["file"], case["old"], case["new"])
    assert told(course) == case["says"]


def test_a_language_without_a_course_is_told_in_one_line(course: Path) -> None:
    (course / "locales/ar/LC_MESSAGES/content.po").unlink()
    assert told(course) == [
        "locales/ar/LC_MESSAGES/content.po: lacks 34 entries of the content, such as "
        "construction.gear.can_do: run `werkmaat locales update`"
    ]


UNKNOWN = "is not the code of a language that CLDR knows: name the folder as pl, fa_AF or pa_Arab, or take it away"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("prs", UNKNOWN),
        ("fa-AF", UNKNOWN),
        ("nl_BE", "is a second folder of the language nl, beside nl: keep one"),
    ],
)
def test_a_folder_that_is_no_languages_or_one_too_many_is_told(course: Path, name: str, says: str) -> None:
    shutil.copytree(course / "locales/nl", course / "locales" / name)
    assert told(course) == [f"locales/{name}: {says}"]
    assert check(course / "content", course / "locales", TODAY) == []
    with pytest.raises(BrokenContent) as broken:
        update(course / "content", course / "locales")
    assert [str(problem) for problem in broken.value.problems] == [f"locales/{name}: {says}"]


def test_the_messages_that_are_shipped_sort_plurals_as_cldr_does() -> None:
    problems = check_locales(ROOT / "locales", ROOT / "content", [ROOT / "bot", ROOT / "actions"])
    assert [str(problem) for problem in problems if "Plural-Forms" in problem.message] == []
