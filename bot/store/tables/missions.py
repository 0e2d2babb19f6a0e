"""What learners took on to do at work, and the link by which somebody there confirms it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant


class Mission(Base):
    """One item of the type ``mission`` that a learner took on; ``state`` is a ``bot.store.missions.State``.

    ``asked_at`` is when the learner was asked how it went. Of the link only the hash of its code is kept.
    """

    __tablename__ = "mission"
    __table_args__ = (Index("ix_mission_learner", "learner_id", "taken_on_at"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    item_id: Mapped[str] = mapped_column(String(120))
    revision: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    taken_on_at: Mapped[datetime] = mapped_column(Instant)
    asked_at: Mapped[datetime | None] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    link_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    link_expires_at: Mapped[datetime | None] = mapped_column(Instant)
