"""What learners say that they can already do."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Words


class SkillHeld(Base):
    """One thing that a learner can do: a card of the course, or words or a voice note of their own.

    ``source`` is a ``bot.store.skills.Source``; only the column of that source is filled.
    """

    __tablename__ = "skill"
    __table_args__ = (UniqueConstraint("learner_id", "skill_id"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    skill_id: Mapped[str | None] = mapped_column(String(120))
    words: Mapped[str | None] = mapped_column(Words)
    voice_file_id: Mapped[str | None] = mapped_column(Words)
    source: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(Instant)
