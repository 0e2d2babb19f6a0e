from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.catalogue.check import check
from bot.catalogue.problems import Kind
from bot.learning.items import item_types
from tests.catalogue.conftest import TODAY, change, told

BROKEN = (Path(__file__).parent / "broken_content.yml").read_text(encoding="utf-8")
CASES = yaml.safe_load(BROKEN.replace("TYPES", ", ".join(item_types())))


def test_a_sound_course_has_no_problems(course: Path) -> None:
    assert told(course) == []


@pytest.mark.parametrize("case", CASES, ids=[f"{case['new']!r}"[:40] for case in CASES])
def test_a_broken_course_is_told_where_and_how_to_mend_it(course: Path, case: dict[str, Any]) -> None:
    change(course, case["file"], case["old"], case["new"])
    assert told(course) == case["says"]


def test_all_problems_of_all_files_are_told_at_once(course: Path) -> None:
    for case in (CASES[0], CASES[-1]):
        change(course, case["file"], case["old"], case["new"])
    assert told(course) == sorted(CASES[0]["says"] + CASES[-1]["says"])


def test_a_file_that_nobody_would_read_is_told(course: Path) -> None:
    (course / "content/tips/contract.yaml").write_text("topic: contract\n")
    assert told(course) == [
        "content/tips/contract.yaml: is not read: content stands in content/regions/*.yml, "
        "content/safeguarding/*.yml, content/tips/*.yml, content/tips/*/*.yml, content/skills/*.yml, "
        "content/skills/*/*.yml, content/interviews/*.yml, "
        "content/jobs/*.yml, content/jobs/*/*.yml, content/packs/*/*/*.yml, content/images/index.yml"
    ]


def test_pictures_that_are_named_wrongly_are_told(course: Path) -> None:
    folder = course / "content/images"
    folder.mkdir()
    (folder / "index.yml").write_text(
        "written_in: nl\nimages:\n  - {id: image.gone, alt: Een bord., by: ons, licence: CC0}\n"
    )
    (folder / "more.svg").write_text("<svg/>")
    change(
        course, "content/packs/nl/shared/pre-A1.yml", "example: Goedemorgen, Els!", "example: Dag!\n        image: no"
    )
    assert told(course) == [
        "content/images/index.yml:3: image.gone: has no file gone.svg, .png or .jpg beside it",
        "content/images/more.svg: is named nowhere: add image.more to index.yml",
        "content/packs/nl/shared/pre-A1.yml:11: shared.greeting.morning: `image` is 'no': there is gone",
    ]


def test_a_language_without_phrases_of_danger_is_told(course: Path) -> None:
    (course / "content/safeguarding/ar.yml").unlink()
    missing = "content/safeguarding/ar.yml: is missing: danger must be recognised in every language (ar)"
    assert told(course) == [missing]


def test_a_topic_without_a_name_is_told(course: Path) -> None:
    change(course, "locales/en/LC_MESSAGES/messages.po", "topic.payslip_wage", "topic.contract")
    assert told(course) == [
        "content/tips/payslip_wage.yml:1: is a topic without a name for its button: "
        "add topic.payslip_wage to locales/en/LC_MESSAGES/messages.po"
    ]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (b"", "is empty"),
        (b"\xff\xfeb\x00a\x00d\x00", "is not UTF-8: save it again with the encoding UTF-8"),
        (b"topic: \x07", "holds a character that no text file holds: write it anew"),
        (b"- one\n- two\n", "should hold named fields, each as `name: value`, not a list or bare words"),
    ],
)
def test_a_file_that_is_no_course_file_is_told(course: Path, written: bytes, says: str) -> None:
    (course / "content/tips/payslip_wage.yml").write_bytes(written)
    assert told(course)[0] == f"content/tips/payslip_wage.yml:1: {says}"


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    assert [str(one) for one in check(content, tmp_path, TODAY)] == [
        "content: holds no content: is this the right folder?"
    ]


def test_the_course_that_is_shipped_has_no_problems() -> None:
    root = Path(__file__).parents[2]
    found = check(root / "content", root / "locales", TODAY)
    assert [str(problem) for problem in found if problem.kind is Kind.PROBLEM] == []
