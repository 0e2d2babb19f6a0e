"""Help: what Werkmaat can do, what it is, and what to do when it did not understand."""

from bot.i18n import Text
from bot.journeys import guard, skills, work_word
from bot.journeys.reply import Button, command_button, paragraphs
from bot.journeys.turn import Turn

WAYS = (("practise", "tip"), ("progress", "counsellor"), ("settings", "privacy"))


def show(turn: Turn) -> None:
    """What there is, each thing on a button."""
    turn.say(*paragraphs(Text("help.what"), Text("help.how")), buttons=((skills.OPEN,), (work_word.OPEN,), *_ways()))


def who_am_i(turn: Turn) -> None:
    """A program, honestly."""
    turn.say(Text("help.who_am_i"), menu=True)


def not_understood(turn: Turn) -> None:
    """Say so kindly, and offer buttons."""
    turn.say(Text("help.not_understood"), buttons=_ways())


def _ways() -> tuple[tuple[Button, ...], ...]:
    commands = (tuple(command_button(command) for command in row) for row in WAYS)
    return (*commands, (guard.help_now(),))
