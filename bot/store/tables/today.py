"""What organisations and staff set for themselves: the rules of the page of today, and when the digest comes."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant


class TodayRule(Base):
    """How an organisation set one of the rules by which learners stand on the page of today."""

    __tablename__ = "today_rule"

    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    rule: Mapped[str] = mapped_column(String(40), primary_key=True)
    values: Mapped[dict[str, Any]] = mapped_column(JSON)
    set_by: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    set_at: Mapped[datetime] = mapped_column(Instant)


class DigestWish(Base):
    """When and how a member of staff gets the weekly digest: ``weekday`` 0 is Monday, ``hour`` is the region's.

    Without a row it is the program's own day and hour, by mail and by Telegram.
    """

    __tablename__ = "digest_wish"
    __table_args__ = (Index("ix_digest_wish_due", "due_at"),)

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    by_mail: Mapped[bool]
    by_telegram: Mapped[bool]
    weekday: Mapped[int]
    hour: Mapped[int]
    due_at: Mapped[datetime | None] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)


class DigestMail(Base):
    """A digest that is still to go out by mail; one at most for each member of staff. ``since`` is what it tells from.

    It holds no words: they are put together when it goes out.
    """

    __tablename__ = "digest_mail"

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    since: Mapped[datetime] = mapped_column(Instant)
    tries: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None] = mapped_column(Instant)
    error: Mapped[str | None] = mapped_column(String(200))
