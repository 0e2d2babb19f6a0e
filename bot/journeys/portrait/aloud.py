"""What a learner said aloud in exercises: for the counsellor whom they write to, as the learner was told."""

from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.course import Course
from bot.i18n import Verbatim
from bot.journeys.portrait.practised import named
from bot.journeys.portrait.shares import shares
from bot.store import Store, consents, recordings, threads
from bot.store.tables import Learner, Staff

MOST = 8
"""The newest ones: of what was said long ago nobody can say how it goes now."""


@dataclass(frozen=True)
class SaidAloud:
    """A voice note of an exercise: ``file_id`` is Telegram's; ``words`` is None when the exercise is gone."""

    id: int
    words: Verbatim | None
    at: datetime
    file_id: str


def said_aloud(store: Store, course: Course, learner: Learner, member: Staff, now: datetime) -> tuple[SaidAloud, ...]:
    """Return what a member of staff may hear of a learner, the newest first; nothing when it is not for them."""
    lets_hear = shares(consents.in_force(store, learner.id)).practice
    if not lets_hear or not threads.is_addressed(store, member, learner.id, now):
        return ()
    newest = reversed(recordings.of(store, learner.id)[-MOST:])
    items = course.items
    return tuple(
        SaidAloud(one.id, named(items[one.item_id]) if one.item_id in items else None, one.at, one.file_id)
        for one in newest
    )
