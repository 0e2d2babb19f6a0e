"""What learners and staff say to each other."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Words, WordsJSON, only


class Message(Base):
    """A message between a learner and their counsellor; ``staff_id`` is set when staff wrote it.

    Of the learner's, ``read_at`` is when staff opened it. Of the staff's, ``ref`` is that of the message in the outbox,
    ``text`` what the learner reads, and ``said`` that as a part of a message, which is known in other languages too.
    """

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_learner", "learner_id", "at"),
        Index("ix_message_waiting", "learner_id", **only(text("staff_id IS NULL AND answered_at IS NULL"))),
    )

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    about: Mapped[str] = mapped_column(String(20), default="counsellor")
    text: Mapped[str | None] = mapped_column(Words)
    voice_file_id: Mapped[str | None] = mapped_column(Words)
    at: Mapped[datetime] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    read_at: Mapped[datetime | None] = mapped_column(Instant)
    ref: Mapped[str | None] = mapped_column(String(24))
    said: Mapped[dict[str, Any] | None] = mapped_column(WordsJSON)


class SpokenMessage(Base):
    """What a member of staff said aloud to a learner: the sound of a message, as Ogg Opus."""

    __tablename__ = "spoken_message"
    __table_args__ = (Index("ix_spoken_message_learner", "learner_id"),)

    message_id: Mapped[str] = mapped_column(ForeignKey("message.id"), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    sound: Mapped[bytes] = mapped_column(LargeBinary)
