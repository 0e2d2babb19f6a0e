"""Small talk: answered warmly and briefly, and never a dead end."""

from bot.i18n import Text
from bot.journeys.reply import command_button
from bot.journeys.turn import Turn


def greet(turn: Turn) -> None:
    """Hello."""
    turn.say(Text("smalltalk.greet"), menu=True)


def goodbye(turn: Turn) -> None:
    """Until next time."""
    turn.say(Text("smalltalk.goodbye"), menu=True)


def thank(turn: Turn) -> None:
    """You are welcome."""
    turn.say(Text("smalltalk.thank"), menu=True)


def affirm(turn: Turn) -> None:
    """A yes to nothing in particular: a lesson is on offer."""
    turn.say(Text("practice.offer"), buttons=((command_button("practise"),),))


def deny(turn: Turn) -> None:
    """A no is fine."""
    turn.say(Text("smalltalk.deny"), menu=True)


def feeling_good(turn: Turn) -> None:
    """Glad to hear it."""
    turn.say(Text("smalltalk.feeling_good"), buttons=((command_button("practise"),),))


def feeling_bad(turn: Turn) -> None:
    """Acknowledge it; a person, a tip, or nothing at all."""
    turn.say(Text("smalltalk.feeling_bad"), buttons=((command_button("counsellor"),), (command_button("tip"),)))


def answer(turn: Turn, choice: str) -> None:
    """Enough for today."""
    turn.say(Text("smalltalk.enough"), menu=True)
