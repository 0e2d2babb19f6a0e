"""What a learner said aloud: for the counsellor whom they write to, each kind while the learner shares it."""

from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.course import Course
from bot.i18n import Verbatim
from bot.journeys.portrait.practised import named
from bot.journeys.portrait.shares import shares
from bot.store import Store, consents, recordings, skills, threads
from bot.store.tables import Learner, Staff

MOST = 8
"""The newest ones of exercises: of what was said long ago nobody can say how it goes now."""


@dataclass(frozen=True)
class SaidAloud:
    """A voice note: ``file_id`` is Telegram's; ``words`` is what was asked, None of a skill or when that is gone."""

    id: str
    words: Verbatim | None
    at: datetime
    file_id: str


@dataclass(frozen=True)
class Aloud:
    """What may be heard: what was said in exercises, the newest first, and what the learner can do already."""

    exercises: tuple[SaidAloud, ...] = ()
    skills: tuple[SaidAloud, ...] = ()


def said_aloud(store: Store, course: Course, learner: Learner, member: Staff, now: datetime) -> Aloud:
    """Return what a member of staff may hear of a learner; nothing when it is not for them."""
    if not threads.is_addressed(store, member, learner.id, now):
        return Aloud()
    lets_hear = shares(consents.in_force(store, learner.id))
    return Aloud(
        exercises=_in_exercises(store, course, learner) if lets_hear.practice else (),
        skills=_skills(store, learner) if lets_hear.skills else (),
    )


def _in_exercises(store: Store, course: Course, learner: Learner) -> tuple[SaidAloud, ...]:
    newest = reversed(recordings.of(store, learner.id)[-MOST:])
    items = course.items
    return tuple(
        SaidAloud(str(one.id), named(items[one.item_id]) if one.item_id in items else None, one.at, one.file_id)
        for one in newest
    )


def _skills(store: Store, learner: Learner) -> tuple[SaidAloud, ...]:
    held = skills.of(store, learner.id)
    return tuple(SaidAloud(one.id, None, one.at, one.voice_file_id) for one in held if one.voice_file_id)
