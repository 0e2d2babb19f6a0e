"""Job: which trade the exercises are for."""

from bot.i18n import Part, Text
from bot.journeys import asked, named, target
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


def take(turn: Turn, jobs: str | None) -> None:
    """The one job that was named, if it is on offer, is taken at once; else the choice is shown."""
    offered = [job for job in named.options(jobs) if job in _labels(turn) and job != SHARED]
    if len(offered) != 1:
        ask(turn)
        return
    [job] = offered
    before = turn.learner.sector or SHARED
    _set(turn, job)
    ref = turn.new_id()
    said = (Text("settings.job", {"job": _names(turn)[job]}),), (_changed(turn, job),)
    asked.put(turn, ref, *said, buttons=named.ways_back("sector", ref, f"job-{before}"))


def answer(turn: Turn, choice: str) -> None:
    """A job was tapped."""
    job = choice.removeprefix("job-")
    if choose(turn, job):
        rows = ((command_button("practise"),), target.way_in(turn))
        turn.say(_changed(turn, job), buttons=tuple(row for row in rows if row))
    else:
        ask(turn)


def choose(turn: Turn, job: str) -> bool:
    """Take a job. Returns False when there is no such job."""
    label = _labels(turn).get(job)
    if label is None:
        return False
    _set(turn, job)
    asked.settle(turn, Text("onboarding.ask_job"), chosen=label)
    return True


def _set(turn: Turn, job: str) -> None:
    turn.learner.sector = job
    target.keep_if_fitting(turn)


def _changed(turn: Turn, job: str) -> Text:
    if job == SHARED:
        return Text("sector.every_workplace")
    return Text("sector.changed" if turn.course.has_items(job) else "sector.without_items")


def _names(turn: Turn) -> dict[str, Part]:
    return {one.id: one.name for one in turn.course.region.sectors}


def _labels(turn: Turn) -> dict[str, Part]:
    """The jobs on offer, and what stands on the button of each."""
    sectors = turn.course.region.sectors
    jobs: dict[str, Part] = {
        one.id: Text("sector.button", {"picture": one.picture, "name": one.name}) for one in sectors
    }
    return {**jobs, SHARED: Text("sector.button.unknown")}
