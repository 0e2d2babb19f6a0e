"""What was read, and what people told: steps that they took, and what they can already do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from bot.store.tables import Learner, SkillHeld, StepTaken, TipShown
from bot.store.tallies.scope import Scope, pairs


@dataclass(frozen=True)
class Bringing:
    """So many people hold a card of a field of skills; ``unused`` of them where their work will not need it."""

    field: str
    people: int
    unused: int


def topics(session: Session, scope: Scope, topic_of: Mapping[str, str]) -> Mapping[str, int]:
    """How many people read a tip, by topic; ``topic_of`` says about what a tip is."""
    of_topic = pairs("of_topic", topic_of.items())
    counted = select(of_topic.c.value, func.count(distinct(TipShown.learner_id))).select_from(TipShown)
    joined = counted.join(of_topic, of_topic.c.key == TipShown.tip_id)
    theirs = joined.where(TipShown.learner_id.in_(scope.learners), scope.during(TipShown.at))
    return dict(session.execute(theirs.group_by(of_topic.c.value)).tuples().all())


def steps(session: Session, scope: Scope) -> Mapping[str, int]:
    """How many people told of a step, by its kind (``bot.store.steps.Kind``)."""
    counted = select(StepTaken.kind, func.count(distinct(StepTaken.learner_id)))
    theirs = counted.where(StepTaken.learner_id.in_(scope.learners), StepTaken.day.between(scope.first, scope.last))
    return dict(session.execute(theirs.group_by(StepTaken.kind)).tuples().all())


def skills(
    session: Session, scope: Scope, field_of: Mapping[str, str], unneeded: Sequence[tuple[str, str]]
) -> Sequence[Bringing]:
    """What people said that they can do, by field.

    Args:
        session: of a reading.
        scope: of whom.
        field_of: the field of each card.
        unneeded: target jobs, each with a field that work in their sector does not need.
    """
    of_field, idle = pairs("of_field", field_of.items()), pairs("idle", unneeded)
    unused = (idle.c.key == Learner.target_job) & (idle.c.value == of_field.c.value)
    people = func.count(distinct(SkillHeld.learner_id))
    lie_unused = func.count(distinct(SkillHeld.learner_id)).filter(idle.c.key.is_not(None))
    joined = (
        select(of_field.c.value, people, lie_unused)
        .select_from(SkillHeld)
        .join(of_field, of_field.c.key == SkillHeld.skill_id)
        .join(Learner, Learner.id == SkillHeld.learner_id)
        .outerjoin(idle, unused)
    )
    theirs = joined.where(Learner.id.in_(scope.learners), scope.during(SkillHeld.at))
    return [Bringing(*row) for row in session.execute(theirs.group_by(of_field.c.value)).tuples()]
