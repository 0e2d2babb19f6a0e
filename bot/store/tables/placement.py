"""What is believed of learners and of items, from first answers: ability and difficulty, on one scale in logits."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant


class Placement(Base):
    """The search for the level that fits, in one lesson; ``ability`` with its ``error`` is what is believed so far.

    ``level`` and ``ended_at`` are empty while it runs, and stay so when it is left without a word.
    """

    __tablename__ = "placement"
    __table_args__ = (Index("ix_placement_learner", "learner_id", "at"),)

    lesson_id: Mapped[str] = mapped_column(ForeignKey("lesson.id"), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    ability: Mapped[float]
    error: Mapped[float]
    answers: Mapped[int]
    misses: Mapped[int]
    level: Mapped[str | None] = mapped_column(String(8))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class ItemDifficulty(Base):
    """How hard an item is, estimated from the first answers of so many learners; who they are is not kept here."""

    __tablename__ = "item_difficulty"

    item_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    difficulty: Mapped[float]
    answers: Mapped[int]
