"""What learners said aloud, for their counsellor."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence, Words


class Recording(Base):
    """A voice note that was sent into an exercise; kept only of a learner who shares with a counsellor.

    ``file_id`` is Telegram's, ``seconds`` its length.
    """

    __tablename__ = "recording"
    __table_args__ = (Index("ix_recording_learner", "learner_id", "at"),)

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    item_id: Mapped[str] = mapped_column(String(120))
    showing_id: Mapped[str] = mapped_column(ForeignKey("showing.id"))
    file_id: Mapped[str] = mapped_column(Words)
    seconds: Mapped[int]
    at: Mapped[datetime] = mapped_column(Instant)
