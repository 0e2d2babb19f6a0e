"""The way to the target job as it stands today: its steps, how much of each is known, and the one to take next."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.course import Course
from bot.journeys import aims
from bot.learning import path
from bot.learning.choosing import is_new
from bot.learning.path import Step
from bot.learning.recall import Memory
from bot.learning.syllabus import Aims, agenda
from bot.store.tables import AssignedUnit, Learner


@dataclass(frozen=True)
class Way:
    """The steps, those that a counsellor chose first; the one to practise next, and who chose it, if somebody did."""

    steps: tuple[Step, ...]
    next: Step | None
    chosen: AssignedUnit | None


def as_it_stands(
    course: Course,
    learner: Learner,
    leads_to: Aims,
    chosen: Sequence[AssignedUnit],
    memories: Mapping[str, Memory],
    met: Collection[str],
    now: datetime,
) -> Way:
    """Return the way of a learner.

    Args:
        course: what is published.
        learner: whose way it is.
        leads_to: what their lessons lead to.
        chosen: the units that a counsellor chose and that are not done.
        memories: the learner's, by item id.
        met: ids of the items that they saw.
        now: in UTC.
    """
    items = aims.possible(course, learner)
    steps = path.steps(dict.fromkeys([*(one.unit_id for one in chosen), *leads_to.job]), items, memories, now)
    coming = agenda(items, learner.sector, learner.level, leads_to)
    first = path.next_step(steps, (item for item in coming if is_new(item, memories, met)))
    return Way(steps, first, next((one for one in chosen if first and one.unit_id == first.unit), None))
