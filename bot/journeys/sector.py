"""Job: which trade the exercises are for."""

from bot.i18n import Part, Text
from bot.journeys import asked
from bot.journeys.reply import Button, command_button
from bot.journeys.turn import Turn
from bot.learning.syllabus import SHARED


def buttons(turn: Turn, journey: str, ref: str) -> tuple[tuple[Button, ...], ...]:
    """One button a job with its picture, and "I don't know yet"."""
    return tuple((Button(label, f"{journey}:{ref}:job-{job}"),) for job, label in _labels(turn).items())


def ask(turn: Turn) -> None:
    """Which job?"""
    ref = turn.new_id()
    asked.put(turn, ref, Text("onboarding.ask_job"), buttons=buttons(turn, "sector", ref))


def answer(turn: Turn, choice: str) -> None:
    """A job was tapped."""
    job = choice.removeprefix("job-")
    if choose(turn, job):
        key = "sector.changed" if turn.course.has_items(job) else "sector.without_items"
        turn.say(Text(key), buttons=((command_button("practise"),),))
    else:
        ask(turn)


def choose(turn: Turn, job: str) -> bool:
    """Take a job. Returns False when there is no such job."""
    label = _labels(turn).get(job)
    if label is None:
        return False
    turn.learner.sector = job
    asked.settle(turn, Text("onboarding.ask_job"), chosen=label)
    return True


def _labels(turn: Turn) -> dict[str, Part]:
    """The jobs on offer, and what stands on the button of each."""
    sectors = turn.course.region.sectors
    jobs: dict[str, Part] = {
        one.id: Text("sector.button", {"picture": one.picture, "name": one.name}) for one in sectors
    }
    return {**jobs, SHARED: Text("sector.button.unknown")}
