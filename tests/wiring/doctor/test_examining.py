"""The doctor as a whole, the bot process, and what does not run yet."""

import asyncio
from http import HTTPStatus
from typing import Any

import pytest

from bot.settings import Settings
from bot.wiring import doctor
from bot.wiring.doctor import CHECKS, Finding, Machine, State, examine, running
from bot.wiring.serving import answer_json
from tests.fakes.served import served
from tests.wiring.doctor.test_database import says

HEALTHS: list[tuple[Any, State, str]] = [
    ({"model_loaded": True, "receiving": True}, State.OK, "receives updates"),
    ({"model_loaded": True, "receiving": False}, State.BROKEN, "receives no updates"),
    ({"model_loaded": False, "receiving": False}, State.ATTENTION, "still starting"),
    ({"hello": "world"}, State.BROKEN, "another program"),
    ("hello", State.BROKEN, "another program"),
]


@pytest.mark.parametrize(("health", "state", "words"), HEALTHS)
async def test_the_bot_process_is_well_or_not(health: Any, state: State, words: str) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await answer_json(send, HTTPStatus.OK, health)

    async with served(app) as url:
        examined = Machine(Settings(bot_port=int(url.rpartition(":")[2])))
        says(await asyncio.to_thread(running.bot, examined), state, words)


def test_a_bot_process_that_does_not_answer() -> None:
    says(running.bot(Machine(Settings(bot_port=1))), State.BROKEN, "does not answer on port 1")


def as_if(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    """All is well but for these checks."""

    def well(_: Machine) -> Finding:
        return Finding(State.OK, "well")

    monkeypatch.setattr(doctor, "CHECKS", {name: changes.get(name, well) for name in CHECKS})


def test_what_rests_on_something_broken_is_not_looked_at(bare: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    as_if(monkeypatch, database=CHECKS["database"])
    found = dict(examine(bare))
    assert list(found) == list(CHECKS)
    broken = [name for name, finding in found.items() if finding.state is State.BROKEN]
    assert broken == ["database", "migrations", "inbox", "outbox", "content", "mail", "alerts"]
    assert found["outbox"].to_do == "mend first what is said of migrations"


def test_a_check_that_fails_hides_neither_itself_nor_the_others(bare: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: Machine) -> Finding:
        raise ValueError("geheime woorden")

    as_if(monkeypatch, disk=stumble)
    found = dict(examine(bare))
    says(found["disk"], State.BROKEN, "could not be looked at (ValueError in test_examining.py:")
    assert "geheim" not in str(found)
    assert [name for name, finding in found.items() if finding.state is not State.OK] == ["disk"]
