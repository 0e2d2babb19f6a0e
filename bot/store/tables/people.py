"""Who there is: organisations, teams, staff, learners, and what learners agreed to."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence, TelegramId, Words


class Organisation(Base):
    """One organisation on this Werkmaat; none sees another's learners."""

    __tablename__ = "organisation"

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(Instant)


class Team(Base):
    """A part of an organisation that works with its own learners."""

    __tablename__ = "team"

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str] = mapped_column(String(200))


class Staff(Base):
    """A counsellor, coordinator, lead or administrator.

    ``language`` is that of their pages and mails, ``telegram_id`` where digests reach them, if they linked it. Until
    ``absent_until`` their stand-in is told of alerts instead.
    """

    __tablename__ = "staff"

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    team_id: Mapped[str | None] = mapped_column(ForeignKey("team.id"))
    name: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(320), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(8), default="nl")
    telegram_id: Mapped[int | None] = mapped_column(TelegramId, unique=True)
    stand_in_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    absent_until: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    disabled_at: Mapped[datetime | None] = mapped_column(Instant)


class Learner(Base):
    """A learner: who they are to us, what they chose, and where they stand in the conversation.

    ``version`` counts every change, by whoever made it. A turn that read an older version is run again.
    ``expects`` names the journey that asked the last question, ``asked`` identifies that question.
    ``last_wording`` is the message that small talk was answered with last. ``check_in_due_at`` is when they are asked
    how it goes, if they want that.
    """

    __tablename__ = "learner"

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    version: Mapped[int] = mapped_column()
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    team_id: Mapped[str | None] = mapped_column(ForeignKey("team.id"))
    telegram_id: Mapped[int] = mapped_column(TelegramId, unique=True)
    name: Mapped[str | None] = mapped_column(Words)
    language: Mapped[str] = mapped_column(String(8))
    language_chosen: Mapped[bool] = mapped_column(default=False)
    script: Mapped[str] = mapped_column(String(8), default="own")
    listens: Mapped[bool] = mapped_column(default=False)
    sector: Mapped[str | None] = mapped_column(String(40))
    level: Mapped[str] = mapped_column(String(8), default="pre-A1")
    target_job: Mapped[str | None] = mapped_column(String(120))
    last_wording: Mapped[str | None] = mapped_column(String(40))
    expects: Mapped[str] = mapped_column(String(20), default="none")
    asked: Mapped[str | None] = mapped_column(String(40))
    created_at: Mapped[datetime] = mapped_column(Instant)
    enrolled_at: Mapped[datetime | None] = mapped_column(Instant)
    last_seen_at: Mapped[datetime] = mapped_column(Instant)
    practice_days: Mapped[str] = mapped_column(String(7), default="024")
    practice_at: Mapped[str] = mapped_column(String(5), default="18:00")
    next_due_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    last_invited_at: Mapped[datetime | None] = mapped_column(Instant)
    check_in_due_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    unanswered: Mapped[int] = mapped_column(default=0)
    paused_until: Mapped[datetime | None] = mapped_column(Instant)
    blocked_at: Mapped[datetime | None] = mapped_column(Instant)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Caseload(Base):
    """Which counsellor works with which learner, and since when."""

    __tablename__ = "caseload"
    __table_args__ = (Index("ix_caseload_learner", "learner_id"),)

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"), primary_key=True)
    since: Mapped[datetime] = mapped_column(Instant)


class Consent(Base):
    """One answer to one consent question; the newest of a kind is in force. Never changed, only added to."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_learner_kind", "learner_id", "kind"),)

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    kind: Mapped[str] = mapped_column(String(20))
    given: Mapped[bool]
    notice: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Instant)


class Invitation(Base):
    """A one-use link that enrols one learner with what the counsellor already knows.

    One that is ``for_learner_id`` enrols nobody: it brings that learner's record to the phone that opens it.
    """

    __tablename__ = "invitation"

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    language: Mapped[str | None] = mapped_column(String(8))
    sector: Mapped[str | None] = mapped_column(String(40))
    script: Mapped[str | None] = mapped_column(String(8))
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
    learner_id: Mapped[str | None] = mapped_column(ForeignKey("learner.id"), index=True)
    for_learner_id: Mapped[str | None] = mapped_column(ForeignKey("learner.id"), index=True)
