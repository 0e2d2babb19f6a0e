"""What learners practise: lessons, showings, attempts, cards, and the tips they were shown."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence, Words


class Lesson(Base):
    """A bounded run of items; ``kind`` is a ``bot.store.practice.Kind``.

    ``plan`` lists what is still to come, ``ended_at`` is empty while it runs.
    ``new_types`` are the item types that the learner has not met yet: their items say how they are done.
    """

    __tablename__ = "lesson"
    __table_args__ = (
        Index("ix_lesson_learner", "learner_id", "started_at"),
        Index("ix_lesson_started", "started_at", "id"),
    )

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    plan: Mapped[list[str]] = mapped_column(JSON)
    size: Mapped[int]
    new_types: Mapped[list[str]] = mapped_column(JSON, default=list)
    kind: Mapped[str] = mapped_column(String(10), default="lesson")
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class Showing(Base):
    """One item put before one learner: which revision, in which order of choices. Closed once answered or left.

    ``steps`` are the answers taken so far, of an item that takes several. ``too_hard``: the learner said so of it.
    """

    __tablename__ = "showing"
    __table_args__ = (Index("ix_showing_learner", "learner_id", "item_id"), Index("ix_showing_lesson", "lesson_id"))

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    lesson_id: Mapped[str] = mapped_column(ForeignKey("lesson.id"))
    item_id: Mapped[str] = mapped_column(String(120))
    revision: Mapped[int]
    order: Mapped[list[str]] = mapped_column(JSON)
    steps: Mapped[list[str]] = mapped_column(JSON, default=list)
    shown_at: Mapped[datetime] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    too_hard: Mapped[bool] = mapped_column(default=False, server_default=false())


class Attempt(Base):
    """The graded answer to one showing; the database allows one. Never changed, only added to."""

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_learner", "learner_id", "at"),)

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    showing_id: Mapped[str] = mapped_column(ForeignKey("showing.id"), unique=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    item_id: Mapped[str] = mapped_column(String(120))
    revision: Mapped[int]
    answer: Mapped[str] = mapped_column(Words)
    grade: Mapped[str] = mapped_column(String(10))
    correct: Mapped[bool]
    at: Mapped[datetime] = mapped_column(Instant)
    update_id: Mapped[int] = mapped_column(BigInteger)


class Card(Base):
    """A learner's memory of one item, in the terms of FSRS-6 (stability in days, difficulty 1 to 10)."""

    __tablename__ = "card"
    __table_args__ = (Index("ix_card_due", "learner_id", "due_at"),)

    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    item_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    state: Mapped[int]
    step: Mapped[int | None]
    stability: Mapped[float]
    difficulty: Mapped[float]
    due_at: Mapped[datetime] = mapped_column(Instant)
    last_review_at: Mapped[datetime] = mapped_column(Instant)


class TipShown(Base):
    """That a learner was shown a tip, so that the next one of the topic is another."""

    __tablename__ = "tip_shown"
    __table_args__ = (Index("ix_tip_shown_learner", "learner_id"),)

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    tip_id: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(Instant)
