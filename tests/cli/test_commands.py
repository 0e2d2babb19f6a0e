"""The commands as they are typed: results on standard output, everything else on standard error."""

import json

import pytest

from bot.store import Store
from tests.cli.conftest import LIEN, Run


def test_a_command_that_does_not_exist_is_called_wrongly(run: Run) -> None:
    assert run("practise").exit_code == 2


def test_a_wrong_setting_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKMAAT_CONSOLE_PORT", "80a")
    result = run("report")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("WERKMAAT_CONSOLE_PORT has a wrong value: it takes a number from 1 to 65535.")


def test_the_database_is_brought_up_to_date_once(run: Run) -> None:
    assert "applied" in run("db", "upgrade").stdout
    assert run("db", "upgrade").stdout == "up to date\n"


@pytest.mark.parametrize("words", [("staff", "list"), ("learner", "reply"), ("content", "import"), ("report",)])
def test_before_that_the_other_commands_say_what_to_do(words: tuple[str, ...], run: Run) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "The database is not up to date. Run: werkmaat db upgrade\n"


def test_staff_are_added_listed_and_disabled(run: Run, store: Store) -> None:
    assert run("staff", "add", "Omar@Example.org", "--name", "Omar", "--role", "lead").stdout == "omar@example.org\n"
    assert run("staff", "disable", LIEN).exit_code == 0
    listed = {one["email"]: one for one in json.loads(run("staff", "list", "--json").stdout)}
    assert listed["omar@example.org"] | {"organisation": "Werkmaat", "role": "lead"} == listed["omar@example.org"]
    assert listed[LIEN]["disabled_at"]


REFUSED = [
    ("staff", "add", LIEN, "--name", "Lien"),
    ("staff", "add", "lien", "--name", "Lien"),
    ("staff", "add", "a@b.c", "--name", "A", "--organisation", "Nobody"),
    ("staff", "disable", "nobody@example.org"),
    ("learner", "export", "--telegram-id", "5"),
    ("learner", "erase", "--telegram-id", "5", "--yes"),
    ("learner", "reply", "--message", "none", "--staff", LIEN, "Dag"),
    ("report", "--organisation", "Nobody"),
]


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
@pytest.mark.usefixtures("published")
def test_what_cannot_be_done_fails_with_a_reason(words: tuple[str, ...], run: Run) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr
