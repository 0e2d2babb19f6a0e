"""What leaves Werkmaat with a learner's name: what the question of consent names, and of nobody who did not agree."""

from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.course import Course
from bot.journeys import consent, lesson
from bot.learning import growth
from bot.learning.attempts import Attempt
from bot.learning.growth import Week
from bot.learning.items import Grade
from bot.learning.progress import RECENT, progress
from bot.store import Store, missions, practice, together
from bot.store.outside import Leave
from bot.store.tables import Learner

WEEKS = 52
"""So far back weeks of practice are told."""


@dataclass(frozen=True)
class Told:
    """What is told of a learner's practice.

    Attributes:
        days_in_28: days with practice among the last 28.
        lessons: how many they finished.
        at_work: how many missions they did at work.
        confirmed: how many of these somebody at work confirmed.
        strengths: ids of the units that hold best.
    """

    days_in_28: int
    lessons: int
    at_work: int
    confirmed: int
    strengths: tuple[str, ...]


def leave(organisation_id: str) -> Leave:
    """Of whom progress may leave an organisation: of who shares it, and agreed that it leaves too."""
    return Leave(organisation_id, (consent.SHARING, consent.EXPORT))


def told(store: Store, course: Course, learner: Learner, now: datetime) -> Told:
    """Return what is told of a learner who agreed, now (in UTC)."""
    attempts = _attempts(store, learner, now - RECENT - growth.WEEK)
    memories = [lesson.memory(card) for card in practice.cards(store, learner.id)]
    so_far = progress(attempts, memories, course.items, now=now, zone=course.region.zone)
    done = [one for one in missions.all_of(store, learner.id) if one.done_at]
    return Told(
        days_in_28=so_far.days_in_28,
        lessons=practice.lessons_ended(store, learner.id),
        at_work=len(done),
        confirmed=sum(one.confirmed_at is not None for one in done),
        strengths=so_far.strengths,
    )


def weeks(store: Store, course: Course, learner: Learner, now: datetime) -> tuple[Week, ...]:
    """Return the weeks since a learner's first practice, at most 52, the present one (in UTC) last."""
    attempts = _attempts(store, learner, now - (WEEKS + 1) * growth.WEEK)
    return growth.weeks(attempts, now=now, zone=course.region.zone, most=WEEKS)


def _attempts(store: Store, learner: Learner, since: datetime) -> list[Attempt]:
    found = together.answers(store, [learner.id], since)
    return [Attempt(row.item_id, Grade(row.grade), row.at) for row in found]
