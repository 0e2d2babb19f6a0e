"""What a learner's lessons lead to: own words, units that a counsellor chose, the target job."""

from collections.abc import Collection, Sequence

from bot.catalogue.course import Course
from bot.catalogue.targets import Job
from bot.journeys.turn import Turn
from bot.learning.choosing import is_new
from bot.learning.hearing import needs_no_reading
from bot.learning.items import Item
from bot.learning.syllabus import Aims
from bot.store import assigning, work_words
from bot.store import practice as practised
from bot.store.tables import AssignedUnit, Card, Learner, Showing


def of(turn: Turn) -> Aims:
    """All of them; units that are done have nothing new, and what was practised of them goes on returning."""
    me = turn.learner.id
    return of_learner(turn.course, turn.learner, work_words.items_made(turn.store, me), assigning.of(turn.store, me))


def of_learner(course: Course, learner: Learner, own_words: Collection[str], chosen: Sequence[AssignedUnit]) -> Aims:
    """All of them, from the items of the learner's own words and the units that were chosen for them, done or not.

    The words of the own team's workplaces are own words.
    """
    job = target_of(course, learner)
    own = {*own_words, *course.own_words}
    return Aims(own_words=own, assigned=[one.unit_id for one in chosen], job=job.units if job else ())


def target(turn: Turn) -> Job | None:
    """The job that the learner chose; None when none, or when it is no longer published."""
    return target_of(turn.course, turn.learner)


def target_of(course: Course, learner: Learner) -> Job | None:
    """The job that a learner chose; None when none, or when it is no longer published."""
    return course.jobs.get(learner.target_job or "")


def assigned(turn: Turn) -> Sequence[AssignedUnit]:
    """The units that a counsellor chose and that are not done, the first one first."""
    return [one for one in assigning.of(turn.store, turn.learner.id) if not one.done_at]


def possible(course: Course, learner: Learner) -> list[Item]:
    """The items of the course that a learner can do: who listens, those that need no reading."""
    items = list(course.items.values())
    return [item for item in items if needs_no_reading(item)] if learner.listens else items


def note_done(turn: Turn) -> None:
    """Note which of the units that a counsellor chose have nothing new any more, with what this turn keeps."""
    waiting = assigned(turn)
    if not waiting:
        return
    answered = {row.item_id for row in turn.kept if isinstance(row, Card)}
    seen = {row.item_id for row in turn.kept if isinstance(row, Showing) and row.closed_at}
    memories = answered | {card.item_id for card in practised.cards(turn.store, turn.learner.id)}
    met = seen | practised.met(turn.store, turn.learner.id)
    items = possible(turn.course, turn.learner)
    for one in waiting:
        unit = [item for item in items if item.unit == one.unit_id]
        if unit and not any(is_new(item, memories, met) for item in unit):
            one.done_at = turn.now
            turn.keep(one)
