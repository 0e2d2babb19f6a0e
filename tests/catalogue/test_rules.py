"""Every rule finds what its cases break, in these words; a rule without cases or a place in the docs fails."""

import re
import sys
from datetime import date
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
import yaml

from bot.catalogue import rules as room
from bot.catalogue.check import check
from bot.catalogue.folder import read_folder
from bot.catalogue.problems import Kind
from bot.catalogue.rules import Material, rules
from tests.catalogue.conftest import TODAY, change

CASES = Path(__file__).parent / "rules"
PAGE = (Path(__file__).parents[2] / "docs" / "content-check.md").read_text("utf-8")
HEADINGS = {"Must be mended": Kind.PROBLEM, "To be looked at again": Kind.DUE, "Advice": Kind.ADVICE}


def cases(name: str) -> list[dict[str, Any]]:
    file = CASES / f"{name}.yml"
    return list(yaml.load(file.read_text("utf-8"), yaml.BaseLoader)) if file.exists() else []


def sections() -> dict[str, tuple[Kind, str]]:
    """What the page says of each rule, and under which heading."""
    found: dict[str, tuple[Kind, str]] = {}
    for heading, text in re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", PAGE, re.MULTILINE):
        for name, said in re.findall(r"^### `(\w+)`\n((?:(?!###? ).*\n)*)", text, re.MULTILINE):
            found[name] = (HEADINGS[heading], said)
    return found


def broken(course: Path, case: dict[str, Any]) -> None:
    """Make the case's changes: words replaced, files written or removed, items added to the last unit of a pack."""
    if "file" in case:
        change(course, case["file"], case["old"], case["new"])
    if "remove" in case:
        (course / case["remove"]).unlink()
    for name, text in case.get("write", {}).items():
        (course / name).parent.mkdir(parents=True, exist_ok=True)
        (course / name).write_text(text, encoding="utf-8")
    for pack, items in case.get("add", {}).items():
        path = course / f"content/packs/nl/{pack}.yml"
        path.write_text(path.read_text("utf-8") + indent(items, " " * 6), encoding="utf-8")


@pytest.mark.parametrize("name", rules())
def test_every_rule_has_cases(name: str) -> None:
    assert any(case["says"] for case in cases(name)), f"write {CASES}/{name}.yml"


def test_every_file_of_cases_belongs_to_a_rule() -> None:
    assert {file.stem for file in CASES.glob("*.yml")} == set(rules())


@pytest.mark.parametrize(("name", "case"), [(name, case) for name in rules() for case in cases(name)])
def test_a_rule_finds_what_breaks_it(course: Path, name: str, case: dict[str, Any]) -> None:
    broken(course, case)
    folder, today = read_folder(course / "content"), date.fromisoformat(case.get("today", f"{TODAY}"))
    found = rules()[name].find(Material(course / "content", course / "locales", folder, today))
    assert not folder.problems
    assert [str(problem) for problem in found] == case["says"]


def test_what_rules_find_is_told_with_its_kind(course: Path) -> None:
    broken(course, cases("two_right")[0])
    found = check(course / "content", course / "locales", date(2027, 5, 2))
    assert [problem.kind for problem in found].count(Kind.PROBLEM) == 1
    assert {problem.kind for problem in found} == {Kind.PROBLEM, Kind.DUE}


def test_the_page_tells_every_rule_and_how_bad_it_is() -> None:
    assert {name: kind for name, (kind, _) in sections().items()} == {name: rule.kind for name, rule in rules().items()}


@pytest.mark.parametrize("name", rules())
def test_the_page_shows_what_a_rule_says(name: str) -> None:
    said = {line for case in cases(name) for line in case["says"]}
    shown = re.findall(r"^    (.+)$", sections()[name][1], re.MULTILINE)
    assert shown
    assert set(shown) <= said


def test_a_module_without_a_rule_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "no_rule.py").write_text("RULE = 3")
    monkeypatch.setattr(room, "__path__", [*room.__path__, str(tmp_path)])
    rules.cache_clear()
    try:
        with pytest.raises(TypeError, match=r"no_rule\.py must end with a RULE"):
            rules()
    finally:
        rules.cache_clear()
        sys.modules.pop("bot.catalogue.rules.no_rule", None)
