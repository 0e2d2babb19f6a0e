"""The learners of a list that leaves Werkmaat: who agreed to it, batch by batch, in the order of their names."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot.store.caseloads import reach
from bot.store.outside import Leave
from bot.store.practice import Kind
from bot.store.tables import Learner, Lesson, Mission, Staff

_ORDER = (func.lower(func.coalesce(Learner.name, "")), Learner.id)


@dataclass(frozen=True)
class Listed:
    """A learner in a list."""

    id: str
    name: str | None
    language: str
    sector: str | None
    level: str


@dataclass(frozen=True)
class Numbers:
    """How many learners are in a list, and how many others the member of staff works with."""

    listed: int
    others: int


def numbers(session: Session, member: Staff, leave: Leave, now: datetime) -> Numbers:
    """Return how many learners a member of staff may list, and how many they may see besides."""
    count = select(func.count()).select_from(Learner)
    listed = session.scalar(count.where(*_theirs(member, leave, now))) or 0
    everybody = session.scalar(count.where(Learner.id.in_(reach(member, now)))) or 0
    return Numbers(listed, everybody - listed)


def order(session: Session, member: Staff, leave: Leave, now: datetime, limit: int | None = None) -> Sequence[str]:
    """Return the ids of the learners whom a member of staff may list, in their order; at most so many."""
    found = select(Learner.id).where(*_theirs(member, leave, now))
    return session.scalars(found.order_by(*_ORDER).limit(limit)).all()


def batch(session: Session, member: Staff, leave: Leave, now: datetime, ids: Collection[str]) -> list[Listed]:
    """Return those of these learners whom a member of staff may still list, in their order."""
    columns = (Learner.id, Learner.name, Learner.language, Learner.sector, Learner.level)
    found = select(*columns).where(Learner.id.in_(ids), *_theirs(member, leave, now))
    return [Listed(*row) for row in session.execute(found.order_by(*_ORDER)).tuples()]


def lessons(session: Session, ids: Collection[str]) -> Mapping[str, int]:
    """How many lessons these learners ended, by learner; who ended none is not in it."""
    count = select(Lesson.learner_id, func.count()).where(Lesson.learner_id.in_(ids), Lesson.kind == Kind.LESSON)
    ended = count.where(Lesson.ended_at.is_not(None)).group_by(Lesson.learner_id)
    return dict(session.execute(ended).tuples().all())


def missions(session: Session, ids: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """How many missions these learners did, and how many of them were confirmed, by learner."""
    done, confirmed = func.count(Mission.done_at), func.count(Mission.confirmed_at)
    count = select(Mission.learner_id, done, confirmed).where(Mission.learner_id.in_(ids))
    rows = session.execute(count.group_by(Mission.learner_id)).tuples()
    return {learner_id: (number, sure) for learner_id, number, sure in rows}


def _theirs(member: Staff, leave: Leave, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return Learner.id.in_(reach(member, now)), leave.given
