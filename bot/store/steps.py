"""Reading the steps that learners took and told."""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import select

from bot.store.database import Store
from bot.store.tables import StepTaken


class Kind(StrEnum):
    """What was begun: work, training, a business or its procedure, having a diploma recognised."""

    WORK = "work"
    TRAINING = "training"
    BUSINESS = "business"
    DIPLOMA = "diploma"


def of(store: Store, learner_id: str) -> Sequence[StepTaken]:
    """All that a learner told, by day."""
    mine = select(StepTaken).where(StepTaken.learner_id == learner_id).order_by(StepTaken.day, StepTaken.id)
    with store.reading() as session:
        return session.scalars(mine).all()
