"""Reading the lessons that are to be counted next, a few at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Integer, Select, cast, exists, func, literal, select, tuple_
from sqlalchemy.orm import Session, aliased

from bot.store.consents import agrees
from bot.store.database import Store
from bot.store.practice import Kind
from bot.store.tables import Attempt, Learner, Lesson, Showing


@dataclass(frozen=True)
class Mark:
    """A lesson by its beginning and its id: all up to it are counted."""

    started_at: datetime
    lesson_id: str


@dataclass(frozen=True)
class Shown:
    """One showing with its answer, if there is one; ``first`` if the learner never saw the item in an earlier one."""

    lesson_id: str
    item_id: str
    revision: int
    first: bool
    shown_at: datetime
    closed_at: datetime | None
    too_hard: bool
    steps: Sequence[str]
    answered_at: datetime | None
    grade: str | None
    answer: str | None


@dataclass(frozen=True)
class Begun:
    """A lesson of a learner who keeps a record: their language, what is left of its plan, their answers before it."""

    id: str
    started_at: datetime
    language: str
    plan: Sequence[str]
    answers: int
    right: int
    shown: Sequence[Shown]


@dataclass(frozen=True)
class Portion:
    """Lessons to count, in the order of their beginning, and the mark that is reached with them."""

    lessons: Sequence[Begun]
    mark: Mark


def next_portion(store: Store, after: Mark | None, until: datetime, record: str, most: int) -> Portion | None:
    """Return the lessons that follow, of which trials, placements and those of who keeps no record are left out.

    Args:
        store: where they are kept.
        after: what was counted before; None for the beginning.
        until: lessons that began later are not looked at.
        record: the kind of consent without which nothing is kept of a learner, nor counted.
        most: so many lessons, those included that are left out.

    Returns:
        None when there is no lesson any more.
    """
    following = _following(after, until).order_by(Lesson.started_at, Lesson.id).limit(most)
    with store.reading() as session:
        marks = session.execute(following).tuples().all()
        if not marks:
            return None
        ids = [lesson_id for _, lesson_id in marks]
        return Portion(_begun(session, ids, record), Mark(*marks[-1]))


def waiting(store: Store, after: Mark | None, until: datetime) -> int:
    """Return how many lessons there are after a mark; arguments as of ``next_portion``."""
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(_following(after, until).subquery())) or 0


def _following(after: Mark | None, until: datetime) -> Select[tuple[datetime, str]]:
    found = select(Lesson.started_at, Lesson.id).where(Lesson.started_at <= until)
    if after:
        there = tuple_(literal(after.started_at, Lesson.started_at.type), literal(after.lesson_id))
        found = found.where(tuple_(Lesson.started_at, Lesson.id) > there)
    return found


def _begun(session: Session, ids: Sequence[str], record: str) -> list[Begun]:
    counted = (Lesson.id.in_(ids), Lesson.kind == Kind.LESSON, agrees(Lesson.learner_id, record))
    lessons = select(Lesson.id, Lesson.started_at, Learner.language, Lesson.plan)
    found = lessons.join(Learner, Learner.id == Lesson.learner_id).where(*counted)
    rows = session.execute(found.order_by(Lesson.started_at, Lesson.id)).tuples().all()
    theirs = [lesson_id for lesson_id, *_ in rows]
    before, shown = _before(session, theirs), _shown(session, theirs)
    return [Begun(*row, *before.get(row[0], (0, 0)), shown.get(row[0], ())) for row in rows]


def _before(session: Session, ids: Sequence[str]) -> dict[str, tuple[int, int]]:
    """How many answers the learners of lessons gave before them, and how many of these were right."""
    earlier = (Attempt.learner_id == Lesson.learner_id) & (Attempt.at < Lesson.started_at)
    right = func.sum(cast(Attempt.correct, Integer))
    counted = select(Lesson.id, func.count(), right).join(Attempt, earlier).where(Lesson.id.in_(ids))
    return {lesson_id: (count, of_them) for lesson_id, count, of_them in session.execute(counted.group_by(Lesson.id))}


def _shown(session: Session, ids: Sequence[str]) -> dict[str, list[Shown]]:
    about = (Showing.lesson_id, Showing.item_id, Showing.revision, ~_met_before(), Showing.shown_at, Showing.closed_at)
    answer = (Showing.too_hard, Showing.steps, Attempt.at, Attempt.grade, Attempt.answer)
    rows = select(*about, *answer).outerjoin(Attempt, Attempt.showing_id == Showing.id)
    ordered = rows.where(Showing.lesson_id.in_(ids)).order_by(Showing.shown_at, Showing.id)
    found: dict[str, list[Shown]] = {}
    for row in session.execute(ordered).tuples():
        found.setdefault(row[0], []).append(Shown(*row))
    return found


def _met_before() -> ColumnElement[bool]:
    earlier = aliased(Showing)
    same = (earlier.learner_id == Showing.learner_id, earlier.item_id == Showing.item_id)
    other = earlier.lesson_id != Showing.lesson_id
    return exists().where(*same, other, tuple_(earlier.shown_at, earlier.id) < tuple_(Showing.shown_at, Showing.id))
