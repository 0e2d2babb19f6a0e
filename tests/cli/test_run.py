"""werkmaat run: the demo without a token, and nobody made up with one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from bot.journeys.demo.people import PASSWORD
from tests.cli.conftest import Run


@pytest.fixture
def start(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Result]:
    """Types ``werkmaat run``; its processes are not started."""
    monkeypatch.setattr("bot.cli.run.run_until_stopped", lambda work: None)
    monkeypatch.setattr("bot.cli.run._check_ports", lambda found: None)
    return lambda: run("run")


def test_a_start_without_a_token_makes_the_demo_once(start: Callable[[], Result], run: Run) -> None:
    first, second = start(), start()
    assert first.exit_code == second.exit_code == 0
    assert PASSWORD in first.stdout
    found = json.loads(run("report", "--json").stdout)[0]
    assert (len(found["learners"]), found["kept_to_oneself"]) == (23, 2)
    assert all(one["name"].endswith("(demo)") for one in found["learners"])
    assert len(json.loads(run("learner", "reply", "--json").stdout)) == 3
    assert len(json.loads(run("staff", "list", "--json").stdout)) == 5


@pytest.mark.parametrize(("role", "reader"), [("all", "bot.cli.run"), ("bot", "bot.wiring.parts")])
def test_a_folder_that_is_no_language_stops_the_start_in_one_line(
    role: str, reader: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locales/prs/LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "locales/prs/LC_MESSAGES/messages.po").touch()
    monkeypatch.setattr(f"{reader}.LOCALES", tmp_path / "locales")
    monkeypatch.setattr("bot.cli.run.demo.make_people", lambda found: None)
    result = run("run", "--role", role)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1].startswith(f"{tmp_path}/locales/prs is not the code of a language")
    assert "Traceback" not in result.stderr


REAL = {
    "a token": ("WERKMAAT_TELEGRAM_TOKEN", "4242:AAgeheim"),
    "a database of one's own": ("WERKMAAT_DATABASE_URL", "sqlite:///{}/own.db"),
}


@pytest.mark.parametrize("name", REAL)
def test_nobody_is_made_up_in_the_real_thing(
    name: str, start: Callable[[], Result], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    variable, value = REAL[name]
    monkeypatch.setenv(variable, value.format(tmp_path))
    result = start()
    assert result.exit_code == 0
    assert "geheim" not in result.output
    assert json.loads(run("staff", "list", "--json").stdout) == []
    assert ("do not exist" in result.stdout) is (name != "a token")
