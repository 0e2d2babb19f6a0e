"""What was practised: by whom as far as their language, sector and level go, and by unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, cast, distinct, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.store.practice import Kind
from bot.store.tables import Attempt, CheckIn, Learner, Lesson, Mission
from bot.store.tallies.scope import Moment, Scope, pairs


@dataclass(frozen=True)
class Profile:
    """So many learners have this language, sector and level."""

    language: str
    sector: str | None
    level: str
    people: int


@dataclass(frozen=True)
class Tally:
    """How often something happened, and to how many people."""

    times: int
    people: int


@dataclass(frozen=True)
class Answers:
    """The answers to the items of a unit: how many, how many of them right, of how many people."""

    unit: str
    times: int
    right: int
    people: int


def active(session: Session, scope: Scope) -> Sequence[Profile]:
    """The learners who answered something, by what they are."""
    answered = exists().where(Attempt.learner_id == Learner.id, scope.during(Attempt.at))
    profile = (Learner.language, Learner.sector, Learner.level)
    theirs = select(*profile, func.count()).where(Learner.id.in_(scope.learners), answered).group_by(*profile)
    return [Profile(*row) for row in session.execute(theirs).tuples()]


def newcomers(session: Session, scope: Scope) -> int:
    """How many learners enrolled."""
    counted = select(func.count()).select_from(Learner)
    return session.scalar(counted.where(Learner.id.in_(scope.learners), scope.during(Learner.enrolled_at))) or 0


def lessons(session: Session, scope: Scope) -> Tally:
    """Lessons that were ended."""
    return _tally(session, scope, Lesson.learner_id, Lesson.ended_at, Lesson.kind == Kind.LESSON)


def answers(session: Session, scope: Scope) -> Tally:
    """Answers that were graded."""
    return _tally(session, scope, Attempt.learner_id, Attempt.at)


def confirmed(session: Session, scope: Scope) -> Tally:
    """Missions that somebody at work confirmed."""
    return _tally(session, scope, Mission.learner_id, Mission.confirmed_at)


def check_ins(session: Session, scope: Scope) -> Tally:
    """Questions how it goes that were answered."""
    return _tally(session, scope, CheckIn.learner_id, CheckIn.answered_at, CheckIn.mood.is_not(None))


def units(session: Session, scope: Scope, unit_of: Mapping[str, str]) -> Sequence[Answers]:
    """The answers by unit; ``unit_of`` says of which unit an item is, and items that are not in it do not count."""
    of_unit = pairs("of_unit", unit_of.items())
    right = func.sum(cast(Attempt.correct, Integer))
    counted = select(of_unit.c.value, func.count(), right, func.count(distinct(Attempt.learner_id)))
    joined = counted.select_from(Attempt).join(of_unit, of_unit.c.key == Attempt.item_id)
    theirs = joined.where(Attempt.learner_id.in_(scope.learners), scope.during(Attempt.at))
    return [Answers(*row) for row in session.execute(theirs.group_by(of_unit.c.value)).tuples()]


def _tally(
    session: Session, scope: Scope, whose: InstrumentedAttribute[str], at: Moment, *which: ColumnElement[bool]
) -> Tally:
    counted = select(func.count(whose), func.count(distinct(whose)))
    return Tally(*session.execute(counted.where(whose.in_(scope.learners), scope.during(at), *which)).tuples().one())
