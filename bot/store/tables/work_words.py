"""Words that learners heard or saw at work, for whoever makes the exercises."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Words


class WorkWord(Base):
    """A word as it was written, said or photographed; ``state`` is a ``bot.store.work_words.State``.

    ``item_id`` names the exercise that was made of it. File ids are Telegram's. A counsellor who adds a word of the
    learner's workplace is ``staff_id``; what it means, its ``picture`` (JPEG) and ``sound`` (Ogg Opus) are theirs.
    """

    __tablename__ = "work_word"
    __table_args__ = (Index("ix_work_word_learner", "learner_id"), Index("ix_work_word_state", "state", "at"))

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    text: Mapped[str | None] = mapped_column(Words)
    voice_file_id: Mapped[str | None] = mapped_column(Words)
    photo_file_id: Mapped[str | None] = mapped_column(Words)
    at: Mapped[datetime] = mapped_column(Instant)
    state: Mapped[str] = mapped_column(String(10))
    item_id: Mapped[str | None] = mapped_column(String(120))
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    meaning: Mapped[str | None] = mapped_column(Words)
    picture: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    sound: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
