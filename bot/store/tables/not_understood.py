"""Messages that were not understood, counted; without the words, and without who wrote them."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Words


class NotUnderstood(Base):
    """One message: the language, the guesses that stood on buttons, and the one that was tapped, if any.

    ``at`` is the beginning of the day, so that nobody can tell by the hour whose it was. ``learner_id`` and ``words``
    are there only if the learner agreed that words are kept.
    """

    __tablename__ = "not_understood"
    __table_args__ = (Index("ix_not_understood_learner", "learner_id"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    language: Mapped[str] = mapped_column(String(8))
    guessed: Mapped[list[str]] = mapped_column(JSON)
    chosen: Mapped[str | None] = mapped_column(String(60))
    at: Mapped[datetime] = mapped_column(Instant)
    learner_id: Mapped[str | None] = mapped_column(ForeignKey("learner.id"))
    words: Mapped[str | None] = mapped_column(Words)
