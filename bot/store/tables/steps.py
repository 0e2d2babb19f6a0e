"""Steps that learners took and chose to tell: work, training, a business, a diploma procedure."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base


class StepTaken(Base):
    """One step; ``kind`` is a ``bot.store.steps.Kind``. The learner may take it back, then the row is gone."""

    __tablename__ = "step_taken"
    __table_args__ = (Index("ix_step_taken_learner", "learner_id"), Index("ix_step_taken_day", "day"))

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    kind: Mapped[str] = mapped_column(String(20))
    day: Mapped[date] = mapped_column(Date)
