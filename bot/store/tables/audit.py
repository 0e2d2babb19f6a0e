"""Who saw, changed or exported what."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence


class AuditEvent(Base):
    """One thing that a member of staff, or a program with a token, did. The database lets nobody change or remove it.

    It holds ids alone, and refers to no other row: a learner who was erased stays erased. ``about`` is the id of the
    learner, group or other thing that it was done to, ``detail`` what else there is to say, in plain values.
    """

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_organisation", "organisation_id", "id"),
        Index("ix_audit_event_about", "about", "id"),
    )

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    organisation_id: Mapped[str] = mapped_column(String(24))
    by: Mapped[str] = mapped_column(String(24))
    what: Mapped[str] = mapped_column(String(40))
    about: Mapped[str | None] = mapped_column(String(120))
    detail: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
