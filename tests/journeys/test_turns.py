"""A turn is kept wholly or not at all, whatever comes twice or in between."""

from collections.abc import Callable
from typing import Any, NoReturn

import pytest

from bot.journeys.turn import Turn, current_turn
from bot.journeys.turns import RERUNS
from bot.journeys.understanding import Understood
from bot.store import inbox, keep, learners, practice
from bot.store.tables import Learner
from tests.fakes.desk import AMINA, BILAL, Desk
from tests.fakes.quick_brain import QuickBrain


class Crash(BaseException):
    """The process dies: nobody catches this, and nothing runs after it."""


class Interrupted(QuickBrain):
    """Something happens between reading and keeping, at the first ``times`` decisions."""

    def __init__(self, what: Callable[[Turn], None], times: int = 1) -> None:
        super().__init__()
        self.acts = 0
        self._what, self._times = what, times

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        await super().act(understood, expects, chat_id)
        self.acts += 1
        if self.acts <= self._times:
            self._what(current_turn())


def interrupted(desk: Desk, change: Callable[[Learner], None], times: int = 1) -> Interrupted:
    """The console changes the learner while a turn is decided."""
    brain = Interrupted(lambda turn: desk.changes(turn.learner, change), times)
    desk.brain, desk.turns.brain = brain, brain
    return brain


def rename(learner: Learner) -> None:
    learner.name = "Samira" if learner.name == "Amina" else "Amina"


async def test_a_change_by_the_console_reruns_the_turn_and_nothing_is_doubled(desk: Desk) -> None:
    desk.enrol()
    await desk.practises()
    said = len(desk.replies())
    brain = interrupted(desk, rename)
    number = desk.taps(desk.right_choice())
    assert await desk.works() == 1
    assert brain.acts == 2
    assert (desk.row(number).state, desk.row(number).tries) == ("done", 0)
    record = desk.learner()
    assert (record.name, record.expects) == ("Samira", "practice")
    assert len(practice.attempts(desk.store, record.id)) == 1
    assert len(practice.cards(desk.store, record.id)) == 1
    # The answered item and the next one: two messages more.
    assert len(desk.replies()) == said + 2


async def test_the_rerun_decides_by_what_the_console_wrote(desk: Desk) -> None:
    desk.enrol()
    interrupted(desk, lambda learner: setattr(learner, "language", "fr"))
    desk.says("/help")
    await desk.works()
    assert {row.language for row in desk.replies()} == {"fr"}


async def test_a_record_that_keeps_changing_is_tried_again_later(desk: Desk) -> None:
    desk.enrol()
    brain = interrupted(desk, rename, times=RERUNS)
    number = desk.says("/help")
    await desk.works()
    assert (brain.acts, desk.row(number).tries, desk.message_keys()) == (RERUNS, 1, [])
    desk.clock.forward(seconds=1)
    await desk.works()
    assert (brain.acts, desk.message_keys()) == (RERUNS + 1, ["help.what", "help.how"])


async def test_an_update_that_comes_twice_has_the_effect_of_one(desk: Desk) -> None:
    desk.enrol()
    await desk.practises()
    tap = desk.right_choice()
    number = desk.taps(tap)
    payload = desk.row(number).payload or {}
    again = {name: value for name, value in payload.items() if name != "update_id"}
    desk.receives(AMINA, number, **again)
    assert await desk.works() == 1
    once = desk.everything()
    desk.receives(AMINA, number, **again)
    assert await desk.works() == 0
    assert desk.everything() == once
    assert len(practice.attempts(desk.store, desk.learner().id)) == 1


@pytest.mark.parametrize("said", ["/practise", "/start"])
async def test_two_processes_that_take_the_same_update_keep_it_once(desk: Desk, said: str) -> None:
    """Of a learner, and of somebody whose record both of them would make."""
    if said == "/practise":
        desk.enrol()
    other = desk.another_process()
    taken: list[bool] = []

    class Overtaken(QuickBrain):
        async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
            await super().act(understood, expects, chat_id)
            if not taken:
                taken.append(await other.run_next())

    desk.turns.brain = Overtaken()
    desk.says(said)
    await desk.works()
    assert taken == [True]
    [beginning] = [key for key in desk.message_keys() if key in ("practice.begin", "onboarding.ask_language")]
    assert {"/practise": "practice.begin", "/start": "onboarding.ask_language"}[said] == beginning
    assert len(desk.everything()["learner"]) == 1


@pytest.mark.parametrize("moment", ["before anything is written", "after all is written"])
async def test_a_crash_before_the_end_leaves_nothing_and_the_next_run_does_it_wholly(
    desk: Desk, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: Any) -> NoReturn:
        raise Crash

    desk.enrol()
    await desk.practises()
    before = desk.everything()
    number = desk.taps(desk.right_choice())
    with monkeypatch.context() as patched:
        patched.setattr(
            *((keep, "_still_to_do") if moment == "before anything is written" else (inbox, "finish")), crash
        )
        with pytest.raises(Crash):
            await desk.turns.run_next()
    assert desk.everything() == before
    assert (desk.row(number).state, desk.row(number).tries) == ("new", 0)
    assert await desk.another_process().run_next()
    assert desk.row(number).state == "done"
    assert len(practice.attempts(desk.store, desk.learner().id)) == 1
    assert len(desk.replies()) == len(before["outbox"]) + 2


async def test_two_learners_practise_at_the_same_time_and_nothing_mixes(desk: Desk) -> None:
    languages = {AMINA: "ar", BILAL: "nl"}
    for chat_id, language in languages.items():
        desk.enrol(chat_id, language)
        desk.says("/practise", chat_id)
    await desk.works()
    answered = 0
    while open_chats := [chat_id for chat_id in languages if desk.learner(chat_id).expects == "practice"]:
        for chat_id in open_chats:
            desk.taps(desk.right_choice(chat_id), chat_id)
        answered += await desk.works()
        desk.clock.forward(seconds=20)
    # Three words that are met, and six questions about them, for each.
    assert answered == 18
    for chat_id, language in languages.items():
        record = desk.learner(chat_id)
        attempts = practice.attempts(desk.store, record.id)
        assert [attempt.correct for attempt in attempts] == [True] * 6
        assert {card.item_id for card in practice.cards(desk.store, record.id)} == {one.item_id for one in attempts}
        assert {(row.language, row.learner_id) for row in desk.replies(chat_id)} == {(language, record.id)}
        assert desk.message_keys(chat_id).count("closing.all_right") == 1


async def test_an_edit_by_somebody_who_is_not_known_leaves_no_record(desk: Desk) -> None:
    number = desk.says("hallo", kind="edited_message")
    assert await desk.works() == 1
    assert (desk.row(number).state, desk.message_keys()) == ("done", [])
    assert learners.by_telegram_id(desk.store, AMINA) is None


async def test_what_waits_is_not_worked_off_after_erasing(desk: Desk) -> None:
    desk.enrol()
    desk.says("/delete")
    await desk.works()
    desk.taps(f"delete:{desk.learner().asked}:sure")
    await desk.works()
    desk.taps(f"delete:{desk.learner().asked}:erase")
    desk.says("/practise")
    assert await desk.works() == 1
    assert learners.by_telegram_id(desk.store, AMINA) is None
    assert desk.message_keys() == ["delete.gone"]


async def test_what_was_said_is_gone_when_a_turn_is_done(desk: Desk) -> None:
    desk.enrol()
    number = desk.says("geheimwoord")
    assert "geheimwoord" in str(desk.row(number).payload)
    await desk.works()
    assert (desk.row(number).state, desk.row(number).payload) == ("done", None)
