"""Reading what several learners practised, in one question for all of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.store.database import Store
from bot.store.tables import Attempt, Card


@dataclass(frozen=True)
class Answered:
    """That a learner answered an item, and how it was graded; not what they answered."""

    learner_id: str
    item_id: str
    grade: str
    at: datetime


def answers(store: Store, ids: Collection[str], since: datetime) -> Sequence[Answered]:
    """What these learners answered since a time, learner by learner, oldest first."""
    columns = select(Attempt.learner_id, Attempt.item_id, Attempt.grade, Attempt.at)
    theirs = columns.where(Attempt.learner_id.in_(ids), Attempt.at >= since)
    with store.reading() as session:
        rows = session.execute(theirs.order_by(Attempt.learner_id, Attempt.at)).tuples()
        return [Answered(*row) for row in rows]


def cards(store: Store, ids: Collection[str]) -> Sequence[Card]:
    """All cards of these learners."""
    with store.reading() as session:
        return session.scalars(select(Card).where(Card.learner_id.in_(ids))).all()
