"""Words of the course that sounded wrong to somebody."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant


class Doubt(Base):
    """A learner found that an entry of the course sounds wrong in their language; said twice, it counts once."""

    __tablename__ = "doubt"

    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
