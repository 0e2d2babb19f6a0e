"""Alerts that a learner let through, what became of them, and who was told."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence, Words, only


class Alert(Base):
    """A sign of danger that the learner agreed to pass on. Staff read ``shows``, never the learner's words.

    ``shared_with`` is who may know ``flag`` besides: ``counsellor``, ``team`` or ``nobody``, once the learner chose.
    """

    __tablename__ = "alert"
    __table_args__ = (
        Index("ix_alert_learner", "learner_id"),
        Index("ix_alert_open", "at", **only(text("closed_at IS NULL"))),
    )

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    flag: Mapped[str] = mapped_column(String(20))
    shows: Mapped[str] = mapped_column(String(20))
    shared_with: Mapped[str | None] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Instant)
    acknowledged_at: Mapped[datetime | None] = mapped_column(Instant)
    acknowledged_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    closed_at: Mapped[datetime | None] = mapped_column(Instant)


class AlertEvent(Base):
    """Something that was done about an alert, by a member of staff or, without ``staff_id``, by the learner.

    ``what`` is ``raised``, ``shared``, ``acknowledged``, ``noted``, ``closed``, or ``handed_over`` (to ``staff_id``).
    Never changed, only added to.
    """

    __tablename__ = "alert_event"
    __table_args__ = (Index("ix_alert_event_learner", "learner_id"), Index("ix_alert_event_alert", "alert_id"))

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    alert_id: Mapped[str] = mapped_column(ForeignKey("alert.id"))
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    what: Mapped[str] = mapped_column(String(20))
    note: Mapped[str | None] = mapped_column(Words)
    at: Mapped[datetime] = mapped_column(Instant)


class AlertNotice(Base):
    """One telling of an alert to one member of staff, and the queue of what is still to be sent.

    ``at`` is when the telling was due. Each is kept once: a restart tells nobody twice.
    """

    __tablename__ = "alert_notice"
    __table_args__ = (
        UniqueConstraint("alert_id", "staff_id", "at", "how"),
        Index("ix_alert_notice_learner", "learner_id"),
        Index("ix_alert_notice_waiting", "id", **only(text("sent_at IS NULL"))),
    )

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    alert_id: Mapped[str] = mapped_column(ForeignKey("alert.id"))
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    how: Mapped[str] = mapped_column(String(10), default="mail")
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(200))
    not_before: Mapped[datetime | None] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
