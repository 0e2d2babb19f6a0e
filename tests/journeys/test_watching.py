"""What was understood, for whoever tries the bot out: without words, and only the last of each chat."""

import json
from types import SimpleNamespace
from typing import Any

from bot.journeys.incoming import Incoming, Kind
from bot.journeys.understanding import Guess, Understood
from bot.journeys.watching import LAST, MOST_CHATS, Watch
from tests.fakes.learner import Walker
from tests.fakes.meaning import means

SECRET = "geheimwoord"


def watched(walker: Walker) -> Watch:
    ticks = iter(range(1000))
    walker.house.turns.watch = Watch()
    walker.house.turns.timer = lambda: next(ticks) / 1000
    return walker.house.turns.watch


async def test_a_reading_is_shown_with_its_guesses_and_where_it_led(learner: Walker) -> None:
    watch = watched(learner)
    guesses = (Guess("pause", None, 0.2),)
    await learner.says(means(learner, SECRET, "ask_tip", 0.6, topic="contract", guesses=guesses))
    [turn] = watch.last(learner.handset.id)
    assert turn["message_id"]
    assert {**turn, "message_id": 0} == {
        "message_id": 0,
        "kind": "text",
        "intent": "ask_tip",
        "topic": "contract",
        "flag": None,
        "confidence": 0.6,
        "reading": {"intent": "ask_tip", "topic": "contract", "confidence": 0.6},
        "guesses": ({"intent": "pause", "topic": None, "confidence": 0.2},),
        "milliseconds": 1.0,
        "journey": "tip",
    }
    assert SECRET not in json.dumps(turn)


async def test_what_needs_no_reading_has_none(learner: Walker) -> None:
    watch = watched(learner)
    await learner.commands("progress")
    [turn] = watch.last(learner.handset.id)
    assert (turn["intent"], turn["reading"], turn["milliseconds"]) == ("ask_progress", None, None)
    assert turn["journey"] == "progress"


async def test_a_flag_is_shown(learner: Walker) -> None:
    watch = watched(learner)
    await learner.says({"nl": "ik wil dood", "ar": "أريد أن أموت"}[learner.language])
    [turn] = watch.last(learner.handset.id)
    assert (turn["flag"], turn["journey"]) == ("self_harm", "guard")


def over(chat: int, message: int) -> Any:
    """As much of a turn that is over as is remembered."""
    incoming = Incoming(Kind.TEXT, update_id=1, chat_id=chat, message_id=message)
    return SimpleNamespace(incoming=incoming, reading=None, journey="help")


def test_only_the_last_turns_and_chats_are_remembered() -> None:
    watch = Watch()
    for message in range(LAST + 2):
        watch.note(over(1, message), Understood("ask_help"))
    assert [turn["message_id"] for turn in watch.last(1)] == [*range(2, LAST + 2)]
    for chat in range(2, MOST_CHATS + 2):
        watch.note(over(chat, 1), Understood("ask_help"))
    assert watch.last(1) == []
    assert len(watch.last(2)) == 1
