"""The target job: choosing one, another one, or none. Nobody has to."""

from bot.catalogue.course import Course
from bot.catalogue.targets import Job
from bot.i18n import Text
from bot.journeys import aims, asked
from bot.journeys.reply import Button, button, command_button
from bot.journeys.turn import Turn
from bot.learning.syllabus import SHARED
from bot.store.tables import Learner

OPEN = button("path.button.open", "path", asked.NO_MESSAGE, "show")
"""The way in, under other messages."""

PREFIX = "job."


def name(job: Job) -> Text:
    """A job with its picture."""
    return Text("path.job", {"picture": job.picture, "name": job.name})


def on_offer(turn: Turn) -> list[Job]:
    """The jobs that this learner may choose."""
    return fitting(turn.course, turn.learner)


def fitting(course: Course, learner: Learner) -> list[Job]:
    """The jobs of a learner's sector, and those of every sector; all of them when no sector is chosen."""
    sector, jobs = learner.sector, [*course.jobs.values()]
    return jobs if sector in (None, SHARED) else [job for job in jobs if job.sector in (sector, SHARED)]


def way_in(turn: Turn) -> tuple[Button, ...]:
    """A row with the way in; an empty one when there is nothing to show there and nothing to choose."""
    return (OPEN,) if on_offer(turn) or aims.target(turn) or aims.assigned(turn) else ()


def ask(turn: Turn) -> None:
    """Which job to work towards, as picture buttons; or none."""
    ref = turn.new_id()
    jobs = [Button(name(job), f"path:{ref}:take-{job.id.removeprefix(PREFIX)}") for job in on_offer(turn)]
    none = button("path.button.none", "path", ref, "none")
    asked.put(turn, ref, Text("path.ask"), buttons=(*((one,) for one in jobs), (none,)))


def take(turn: Turn, job: Job) -> None:
    """This one, from the next lesson on."""
    turn.learner.target_job = job.id
    asked.settle(turn, Text("path.ask"), chosen=name(job))
    turn.say(Text("path.chosen"), buttons=((OPEN,), (command_button("practise"),)))


def take_none(turn: Turn) -> None:
    """None, or no longer one."""
    turn.learner.target_job = None
    asked.settle(turn, Text("path.ask"), chosen=Text("path.button.none"))
    turn.say(Text("path.none"), buttons=((command_button("practise"),),))


def keep_if_fitting(turn: Turn) -> None:
    """The sector changed: a job of another sector is no target any more."""
    job = aims.target(turn)
    if job and job not in on_offer(turn):
        turn.learner.target_job = None
