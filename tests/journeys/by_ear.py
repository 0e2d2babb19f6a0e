"""Somebody who listens: what they hear, and what they see on the buttons."""

from random import SystemRandom
from typing import Any

from bot.i18n import Part, Text
from bot.speech.sound import Sound
from bot.store import inviting
from bot.store.inviting import Known, Script
from tests.fakes.house import MONDAY_NOON, House
from tests.fakes.learner import Walker, plain, rows

WAYS_AROUND = {"❓", "🐢", "➖", "⏹"}
"""Pictures that stand below every exercise and need no words."""


async def invited(home: House, language: str) -> Walker:
    """Somebody comes through an invitation of a counsellor who knows that they read nothing."""
    known = Known(language, "construction", Script.NONE)
    [made] = inviting.invite(home.store, [known], MONDAY_NOON, SystemRandom())
    walker = await Walker.comes(home, language)
    await walker.commands(f"start {made.code}")
    return walker


async def listens(learner: Walker) -> None:
    """From now on the learner listens."""
    await learner.commands("settings")
    await learner.taps("settings.button.listen")


def all_heard(learner: Walker) -> list[Sound]:
    """Every sound since the house was opened, in its order."""
    return [sound for sounds in learner.house.heard for sound in sounds]


def said(learner: Walker, part: Part) -> list[Sound]:
    """The sounds that say a part."""
    pieces = learner.house.catalogues.pieces(part, learner.language)
    return [Sound(piece.words, piece.language) for piece in pieces]


def message_of(learner: Walker, key: str) -> list[Sound]:
    """The sounds that say an interface message without values."""
    return said(learner, Text(key))


def hears(learner: Walker, *keys: str) -> None:
    """The last step was answered with these messages, aloud."""
    heard = [sound for sounds in learner.house.heard[-LATEST:] for sound in sounds]
    for key in keys:
        assert {*message_of(learner, key)} <= {*heard}, f"{key} is not heard"


LATEST = 4
"""Messages: no step is answered with more of them."""


def shown_to(learner: Walker) -> list[dict[str, Any]]:
    """The messages with buttons that came with the last step and are still there."""
    return [message for message in learner.new if rows(message) and not message["deleted"]]


def with_words(message: dict[str, Any]) -> list[str]:
    """The labels of a message that are more than a picture or a number."""
    return [one["text"] for row in rows(message) for one in row if any(sign.isalpha() for sign in one["text"])]


def needs_no_script(learner: Walker) -> None:
    """What came with the last step can be heard, and has three pictures to choose from at most."""
    came = [message for message in learner.new if not message["deleted"]]
    assert {message["kind"] for message in came} <= {"voice", "photo"}, [message["text"] for message in came]
    for message in shown_to(learner):
        labels = [plain(button["text"]) for row in rows(message) for button in row]
        assert not any(sign.isalpha() for label in labels for sign in label), labels
        assert len([label for label in labels if label not in WAYS_AROUND]) <= 3, labels
