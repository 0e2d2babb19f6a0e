"""Groups of learners: a class or a course, and what was said to all of one."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, WordsJSON


class Group(Base):
    """A class or a course. Those who lead it are its staff; an ended one is kept and out of sight."""

    __tablename__ = "learner_group"
    __table_args__ = (Index("ix_learner_group_organisation", "organisation_id"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str] = mapped_column(String(200))
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class GroupMember(Base):
    """That a learner is in a group."""

    __tablename__ = "group_member"
    __table_args__ = (Index("ix_group_member_learner", "learner_id"),)

    group_id: Mapped[str] = mapped_column(ForeignKey("learner_group.id"), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    since: Mapped[datetime] = mapped_column(Instant)


class Broadcast(Base):
    """One message to all of a group; ``said`` is a part of a message: known in every language, or as it was written.

    It goes out at ``send_at``, which leaves time to take it back.
    """

    __tablename__ = "broadcast"
    __table_args__ = (Index("ix_broadcast_group", "group_id", "made_at"), Index("ix_broadcast_send_at", "send_at"))

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("learner_group.id"))
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    said: Mapped[dict[str, Any]] = mapped_column(WordsJSON)
    made_at: Mapped[datetime] = mapped_column(Instant)
    send_at: Mapped[datetime] = mapped_column(Instant)
    begun_at: Mapped[datetime | None] = mapped_column(Instant)
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)
