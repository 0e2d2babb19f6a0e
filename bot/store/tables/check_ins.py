"""How learners say that they are."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant


class CheckIn(Base):
    """One question how it goes. ``mood`` is 1 (bad) to 5 (very good), None when it was skipped or not answered.

    Its id is the ref of the message that asks. ``answered_at`` is set, too, of what counts no more as left alone.
    ``shared`` lets counsellors see it.
    """

    __tablename__ = "check_in"
    __table_args__ = (Index("ix_check_in_learner", "learner_id", "asked_at"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    asked_at: Mapped[datetime] = mapped_column(Instant)
    mood: Mapped[int | None]
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    shared: Mapped[bool] = mapped_column(default=False)
