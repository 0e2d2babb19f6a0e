"""werkmaat content and locales: published, and checked for people and for scripts."""

import json
import shutil
from pathlib import Path

import pytest

from tests.catalogue.conftest import SMALL, change
from tests.cli.conftest import Run


@pytest.mark.usefixtures("store")
def test_content_is_published_once(run: Run) -> None:
    assert "published region.be-vlg" in run("content", "import").stdout
    assert run("content", "import").stdout == ""


def test_content_is_checked_for_people_and_for_scripts(run: Run) -> None:
    result = run("content", "check", "--summary", "--json")
    checked = json.loads(result.stdout)
    assert result.exit_code == bool(checked["problems"])
    assert checked["summary"]["items_by_sector"]["construction"] > 0
    assert "construction" in run("content", "check", "--summary").stdout


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small sound course in place of the real one."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
    monkeypatch.setattr("bot.cli.content.CONTENT", folder / "content")
    monkeypatch.setattr("bot.cli.content.LOCALES", folder / "locales")
    return folder


def test_a_day_that_has_come_fails_nothing_unless_it_is_wanted(run: Run, small: Path) -> None:
    late = ("content", "check", "--today", "2027-05-02")
    assert (run(*late).exit_code, run(*late, "--strict").exit_code) == (0, 1)
    assert run("content", "check", "--today", "2027-05-01", "--strict").exit_code == 0
    told = json.loads(run(*late, "--json").stdout)
    assert (told["problems"], len(told["due"]), told["advice"]) == ([], 4, [])


def test_advice_fails_nothing_and_stands_below(run: Run, small: Path) -> None:
    pack = "content/packs/nl/shared/pre-A1.yml"
    change(small, pack, "a: {word: Goedemorgen!}", "a: {word: Goedemorgen allemaal samen!}")
    advised = run("content", "check", "--strict", "--today", "2026-12-01")
    assert (advised.exit_code, advised.stdout.splitlines()[1]) == (0, "advice (docs/content-check.md):")
    change(small, pack, "example: Goedemorgen, Els!", "exmple: Goedemorgen, Els!")
    told = run("content", "check", "--today", "2026-12-01")
    assert told.exit_code == 1
    assert "`exmple` is not known" in told.stdout


def test_translations_are_checked_for_people_and_for_scripts(run: Run) -> None:
    result, lines = run("locales", "check", "--json"), run("locales", "check").stdout.splitlines()
    problems = json.loads(result.stdout)
    assert len(lines) == len(problems)
    assert result.exit_code == bool(problems)


def test_a_new_region_and_target_language_begin_as_a_folder(run: Run, small: Path, tmp_path: Path) -> None:
    into = str(tmp_path / "new")
    berlin = ("content", "new-region", "de-ber", "--name", "Berlin", "--target", "de", "--into", into)
    begun = run(*berlin, "--timezone", "Europe/Berlin", "--languages", "uk, ru")
    assert "new-target de" in begun.stderr
    assert (tmp_path / "new/regions/de-ber.yml").exists()
    assert run("content", "new-target", "de", "--into", into).exit_code == 0
    told = run("content", "check", "--also", into)
    assert told.exit_code == 1
    assert "content/packs/de/shared/pre-A1.yml" in told.stdout
    assert "already" in run(*berlin, "--timezone", "Europe/Berlin").stderr


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"region": "Berlin!"}, "can be no region's id"),
        ({"region": "be-vlg"}, "is there"),
        ({"--timezone": "Europe/Genk"}, "There is no time zone"),
        ({"--target": "xx-yy"}, "There is no language"),
        ({"--languages": "uk,zz"}, "The bot does not speak zz"),
    ],
)
def test_a_region_that_cannot_be_is_refused(changes: dict[str, str], says: str, run: Run, tmp_path: Path) -> None:
    wanted = {"region": "de-ber", "--name": "Berlin", "--target": "de", "--timezone": "Europe/Berlin", **changes}
    options = [part for name, value in wanted.items() if name != "region" for part in (name, value)]
    refused = run("content", "new-region", wanted["region"], *options, "--into", str(tmp_path / "new"))
    assert refused.exit_code == 1
    assert says in refused.stderr
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    refused = run("content", "check", "--also", str(tmp_path / "gone"))
    assert (refused.exit_code, "There is no folder" in refused.stderr) == (1, True)
