"""What learners say about Werkmaat itself."""

from datetime import date

from sqlalchemy import Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Words


class Voice(Base):
    """A complaint or an idea, written or said. ``week`` is the Monday of its week: a day could tell whose it is.

    ``learner_id`` stands there only as long as the learner has not yet said whether it may be passed on without a name;
    a voice that was passed on has none.
    """

    __tablename__ = "voice"
    __table_args__ = (Index("ix_voice_learner", "learner_id"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str | None] = mapped_column(ForeignKey("learner.id"))
    language: Mapped[str] = mapped_column(String(8))
    week: Mapped[date] = mapped_column(Date)
    text: Mapped[str | None] = mapped_column(Words)
    voice_file_id: Mapped[str | None] = mapped_column(Words)
