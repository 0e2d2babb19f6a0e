"""What learners and staff say to each other."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Words


class Message(Base):
    """A message between a learner and their counsellor; ``staff_id`` is set when staff wrote it."""

    __tablename__ = "message"
    __table_args__ = (Index("ix_message_learner", "learner_id", "at"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    about: Mapped[str] = mapped_column(String(20), default="counsellor")
    text: Mapped[str | None] = mapped_column(Words)
    voice_file_id: Mapped[str | None] = mapped_column(Words)
    at: Mapped[datetime] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
