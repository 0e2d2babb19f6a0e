"""Help: what Werkmaat can do, what it is, and what to do when it did not understand."""

from bot.i18n import Text
from bot.journeys import guard, problem, skills, work_word
from bot.journeys.reply import Button, command_button, paragraphs
from bot.journeys.turn import Turn

WAYS = (("practise", "tip"), ("progress", "counsellor"), ("settings", "privacy"))

OPEN = ((skills.OPEN,), (work_word.OPEN,), (problem.OPEN,))
"""What the menu has no room for."""


def show(turn: Turn) -> None:
    """What there is, each thing on a button."""
    turn.say(*paragraphs(Text("help.what"), Text("help.how")), buttons=(*OPEN, *_ways()))


def who_am_i(turn: Turn) -> None:
    """A program, honestly: nobody reads along, who can read what, and the way to a person."""
    said = paragraphs(Text("help.who_am_i"), Text("help.who_reads"))
    turn.say(*said, buttons=((command_button("counsellor"),), (command_button("privacy"),)))


def not_understood(turn: Turn) -> None:
    """Say so kindly, and offer buttons."""
    turn.say(Text("help.not_understood"), buttons=_ways())


def _ways() -> tuple[tuple[Button, ...], ...]:
    commands = (tuple(command_button(command) for command in row) for row in WAYS)
    return (*commands, (guard.help_now(),))
