"""Job: which trade the exercises are for."""

from bot.i18n import Text
from bot.journeys.reply import Button, button
from bot.journeys.turn import Turn
from bot.learning.syllabus import SHARED


def buttons(turn: Turn, journey: str, asked: str) -> tuple[tuple[Button, ...], ...]:
    """One button a job with its picture, and "I don't know yet"."""
    jobs = [
        (button("sector.button", journey, asked, f"job-{one.id}", picture=one.picture, name=one.name),)
        for one in turn.course.region.sectors
    ]
    return (*jobs, (button("sector.button.unknown", journey, asked, f"job-{SHARED}"),))


def ask(turn: Turn) -> None:
    """Which job?"""
    turn.say(Text("onboarding.ask_job"), buttons=buttons(turn, "sector", "-"))


def answer(turn: Turn, choice: str) -> None:
    """A job was tapped."""
    if choose(turn, choice.removeprefix("job-")):
        turn.say(Text("sector.changed"), menu=True)
    else:
        ask(turn)


def choose(turn: Turn, sector: str) -> bool:
    """Take a job, and say so when there are no exercises for it yet. Returns False when there is no such job."""
    if sector != SHARED and sector not in {one.id for one in turn.course.region.sectors}:
        return False
    turn.learner.sector = sector
    if not turn.course.has_items(sector):
        turn.say(Text("sector.without_items"))
    return True
