"""werkmaat doctor: what it prints, and when it fails."""

import json
from collections.abc import Iterator

import pytest

from bot.wiring.doctor import Finding, Machine, State
from tests.cli.conftest import Run


@pytest.fixture
def no_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks themselves are tested in their room."""

    def examine(machine: Machine) -> Iterator[tuple[str, Finding]]:
        state = State.BROKEN if machine.settings.smtp_url else State.ATTENTION
        yield "disk", Finding(State.OK, "80.0 GB free")
        yield "model", Finding(state, "there is none yet", "run `werkmaat train`")

    monkeypatch.setattr("bot.cli.doctor.examine", examine)


@pytest.mark.usefixtures("no_check")
def test_the_doctor_is_for_people_and_for_scripts(run: Run) -> None:
    assert run("doctor").stdout.splitlines() == [
        "ok         disk        80.0 GB free",
        "attention  model       there is none yet",
        "                       To do: run `werkmaat train`",
    ]
    assert json.loads(run("doctor", "--json").stdout) == [
        {"check": "disk", "state": "ok", "found": "80.0 GB free", "to_do": None},
        {"check": "model", "state": "attention", "found": "there is none yet", "to_do": "run `werkmaat train`"},
    ]


@pytest.mark.usefixtures("no_check")
@pytest.mark.parametrize(("mail", "code"), [("", 0), ("smtp://mail.example", 1)])
def test_the_doctor_fails_when_something_is_broken(
    mail: str, code: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WERKMAAT_SMTP_URL", mail)
    assert run("doctor").exit_code == run("doctor", "--json").exit_code == code
