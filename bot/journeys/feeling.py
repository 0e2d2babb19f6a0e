"""A bad day, without danger: said back kindly, with one small thing that helps some, and people to turn to."""

from bot.catalogue.guides import Tip
from bot.i18n import Text
from bot.journeys import doubt, guard, tip
from bot.journeys.reply import Line, command_button
from bot.journeys.turn import Turn

TOPIC = "hard_days"
"""The tips that fit: on sleep, worry about family, racism."""


def bad(turn: Turn) -> None:
    """Acknowledge it; a tip, the counsellor, help now, or nothing at all. Never an exercise."""
    tips = turn.course.tips(TOPIC)
    chosen = turn.random.choice(tips) if tips else None
    ways = ((command_button("counsellor"),), (guard.help_now(),))
    heard: Line = (Text("smalltalk.feeling_bad"),)
    turn.say(heard, *_lines(turn, chosen), buttons=(*((tip.speeds(chosen),) if chosen else ()), *ways))


def _lines(turn: Turn, chosen: Tip | None) -> list[Line]:
    return [(), *doubt.caution(turn, tuple(tip.lines(turn, chosen)))] if chosen else []
