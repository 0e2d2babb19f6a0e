"""Small talk: answered warmly and briefly, never twice running in the same words, and never a dead end."""

from collections.abc import Mapping

from bot.i18n import Text
from bot.journeys.reply import command_button
from bot.journeys.turn import Turn

WORDINGS: Mapping[str, tuple[str, ...]] = {
    "greet": ("smalltalk.greet", "smalltalk.greet.2", "smalltalk.greet.3"),
    "goodbye": ("smalltalk.goodbye", "smalltalk.goodbye.2", "smalltalk.goodbye.3"),
    "thank": ("smalltalk.thank", "smalltalk.thank.2", "smalltalk.thank.3"),
    "affirm": ("practice.offer", "smalltalk.affirm"),
    "deny": ("smalltalk.deny", "smalltalk.deny.2"),
    "feeling_good": ("smalltalk.feeling_good", "smalltalk.feeling_good.2", "smalltalk.feeling_good.3"),
}
"""The messages that say about the same."""


def greet(turn: Turn) -> None:
    """Hello."""
    turn.say(_wording(turn, "greet"), menu=True)


def goodbye(turn: Turn) -> None:
    """Until next time."""
    turn.say(_wording(turn, "goodbye"), menu=True)


def thank(turn: Turn) -> None:
    """You are welcome."""
    turn.say(_wording(turn, "thank"), menu=True)


def affirm(turn: Turn) -> None:
    """A yes to nothing in particular: a lesson is on offer."""
    turn.say(_wording(turn, "affirm"), buttons=((command_button("practise"),),))


def deny(turn: Turn) -> None:
    """A no is fine."""
    turn.say(_wording(turn, "deny"), menu=True)


def feeling_good(turn: Turn) -> None:
    """Glad to hear it."""
    turn.say(_wording(turn, "feeling_good"), buttons=((command_button("practise"),),))


def answer(turn: Turn, choice: str) -> None:
    """Enough for today."""
    turn.say(Text("smalltalk.enough"), menu=True)


def _wording(turn: Turn, about: str) -> Text:
    """One of the wordings, and not the one of the last time."""
    key = turn.random.choice([key for key in WORDINGS[about] if key != turn.learner.last_wording])
    turn.learner.last_wording = key
    return Text(key)
