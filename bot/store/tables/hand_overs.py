"""How learners went from one counsellor to another."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence


class HandOver(Base):
    """That a learner went from one counsellor to another; without ``from_id`` they had none.

    ``by_id`` is the member of staff who arranged it, ``ref`` that of the message that told the learner: none while
    they have blocked the bot.
    """

    __tablename__ = "hand_over"
    __table_args__ = (Index("ix_hand_over_learner", "learner_id"), Index("ix_hand_over_from", "from_id", "at"))

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    from_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    to_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    ref: Mapped[str | None] = mapped_column(String(24))
