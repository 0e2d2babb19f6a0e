"""A turn that fails: nothing of it is kept, it is tried again, and the learner gets an answer. No words are logged."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any, NoReturn

import pytest

from bot.i18n import Catalogues, Text
from bot.journeys.turn import Turn
from bot.journeys.understanding import Brain, Understood
from bot.store import Store, inbox, learners
from bot.store.tables import Message
from tests.fakes.desk import AMINA, BILAL, Desk
from tests.fakes.quick_brain import QuickBrain

SECRET = "geheimwoord"
"""What a learner wrote. It must not be found in any log."""

HELP = f"help mij, {SECRET}"
PAUSES = [*inbox.PAUSES, timedelta(minutes=1)]


@pytest.fixture(autouse=True)
def understood(brain: Brain) -> None:
    """The call for help is understood also without Rasa."""
    if isinstance(brain, QuickBrain):
        brain.readings[HELP] = Understood("ask_help")


def stumble(turn: Turn) -> NoReturn:
    """A use case that decides a good deal and then fails, with the learner's words in its error."""
    turn.learner.name = "changed"
    turn.say(Text("help.what"))
    turn.keep(Message(id=turn.new_id(), learner_id=turn.learner.id, about="problem", text=SECRET, at=turn.now))
    raise ValueError(f"cannot help with {turn.incoming.text!r}")


def keep_what_the_database_refuses(turn: Turn) -> None:
    """A use case with a fault that only the database notices, and quotes."""
    never: Any = None
    turn.keep(Message(id=turn.new_id(), learner_id=turn.learner.id, about="problem", text=SECRET, at=never))


FAULTS: dict[str, tuple[str, Callable[..., Any]]] = {
    "in the use case": ("bot.journeys.help.show", stumble),
    "in the database": ("bot.journeys.help.show", keep_what_the_database_refuses),
}


@pytest.fixture(params=[*FAULTS.values()], ids=[*FAULTS])
def fault(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Help does not work."""
    monkeypatch.setattr(*request.param)


@pytest.mark.usefixtures("fault")
async def test_what_fails_three_times_is_set_aside_with_one_apology(desk: Desk) -> None:
    desk.enrol(AMINA, "ar")
    number, before = desk.says(HELP), desk.everything()
    for tries, pause in enumerate(PAUSES, start=1):
        assert desk.everything() == before
        assert await desk.works() == 1
        assert (desk.row(number).tries, await desk.works()) == (tries, 0)
        desk.clock.forward(seconds=pause.total_seconds() - 0.001)
        assert await desk.works() == 0
        desk.clock.forward(seconds=0.001)
    assert (desk.row(number).state, await desk.works()) == ("parked", 0)
    [apology] = desk.replies()
    assert (desk.message_keys(), apology.language) == (["turn.apology"], "ar")
    assert {**desk.everything(), "outbox": []} == before


@pytest.mark.usefixtures("fault")
async def test_neither_words_nor_the_text_of_errors_are_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    desk.enrol()
    number = desk.says(HELP)
    for pause in PAUSES:
        await desk.works()
        desk.clock.forward(seconds=pause.total_seconds())
    assert desk.row(number).state == "parked"
    assert caplog.text.count(f"Update {number} failed") == len(PAUSES)
    told = caplog.text + str(desk.row(number).error)
    assert not [words for words in (SECRET, "help mij", "cannot help") if words in told]


@pytest.mark.model
async def test_rasa_does_not_log_them_either(
    sqlite_store: Store, brain: Brain, catalogues: Catalogues, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    monkeypatch.setattr("bot.journeys.counsellor.answer", lambda turn, choice: stumble(turn))
    caplog.set_level(logging.DEBUG)
    desk = Desk(sqlite_store, brain, catalogues)
    desk.enrol()
    desk.says("/counsellor")
    number = desk.says(f"mijn {SECRET}")
    for pause in PAUSES:
        await desk.works()
        desk.clock.forward(seconds=pause.total_seconds())
    assert (desk.row(number).state, desk.message_keys()[-1]) == ("parked", "turn.apology")
    assert caplog.text.count(f"Update {number} failed") == len(PAUSES)
    assert SECRET not in caplog.text
    assert "cannot help" not in caplog.text


async def test_what_works_at_the_second_try_is_done_once_and_without_apology(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.enrol()
    number = desk.says(HELP)
    with monkeypatch.context() as patched:
        patched.setattr("bot.journeys.help.show", stumble)
        await desk.works()
    desk.clock.forward(seconds=1)
    assert (await desk.works(), await desk.works()) == (1, 0)
    assert desk.row(number).state == "done"
    assert desk.message_keys() == ["help.what", "help.how"]


async def test_a_failure_of_the_reading_counts_as_any_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def read(text: str) -> NoReturn:
        raise RuntimeError(text)

    monkeypatch.setattr(desk.brain, "read", read)
    desk.enrol()
    number = desk.says(HELP)
    await desk.works()
    assert (desk.row(number).tries, desk.message_keys()) == (1, [])


async def test_later_updates_of_the_chat_wait_and_others_are_not_held_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.journeys.help.show", stumble)
    desk.enrol(AMINA)
    desk.enrol(BILAL, "ar")
    desk.says(HELP)
    later = desk.says("/privacy"), desk.says("/progress")
    desk.says("/tip", BILAL)
    assert await desk.works() == 2
    assert (desk.message_keys(AMINA), desk.message_keys(BILAL)[0]) == ([], "tip.ask_topic")
    for pause in PAUSES[:-1]:
        assert [desk.row(number).state for number in later] == ["new", "new"]
        desk.clock.forward(seconds=pause.total_seconds())
        desk.says("/tip", BILAL)
        await desk.works()
    said = desk.message_keys(AMINA)
    places = [said.index(key) for key in ("turn.apology", "privacy.record", "progress.nothing_yet")]
    assert places == sorted(places)
    assert [desk.row(number).state for number in later] == ["done", "done"]
    assert desk.message_keys(BILAL).count("tip.ask_topic") == len(PAUSES)


async def test_somebody_who_is_not_known_yet_gets_an_apology_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(turn: Turn, code: str | None) -> NoReturn:
        raise ValueError(code)

    monkeypatch.setattr("bot.journeys.enrolment.start", fail)
    desk.says("/start")
    for pause in PAUSES:
        await desk.works()
        desk.clock.forward(seconds=pause.total_seconds())
    [apology] = desk.replies()
    assert (desk.message_keys(), apology.language, apology.learner_id) == (["turn.apology"], "nl", None)
    assert learners.by_telegram_id(desk.store, AMINA) is None


MALFORMED: dict[str, dict[str, Any]] = {
    "empty": {},
    "of another kind": {"poll": {"id": "1"}},
    "broken": {"message": {"text": 5}},
    "a list": {"message": []},
}


@pytest.mark.parametrize("content", MALFORMED.values(), ids=MALFORMED)
async def test_what_is_no_update_of_ours_stops_nothing(desk: Desk, content: dict[str, Any]) -> None:
    desk.enrol()
    before = desk.everything()
    number = desk.receives(None, **content)
    assert await desk.works() == 1
    assert (desk.row(number).state, desk.everything()) == ("done", before)
    desk.says("/help")
    await desk.works()
    assert desk.message_keys() == ["help.what", "help.how"]
