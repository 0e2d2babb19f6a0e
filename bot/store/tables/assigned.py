"""Which units of the course counsellors chose for learners."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant


class AssignedUnit(Base):
    """A unit that comes first for a learner; ``done_at`` is when all of it had been met."""

    __tablename__ = "assigned_unit"

    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    unit_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
