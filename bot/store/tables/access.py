"""How staff get in: passwords, second factors, sessions, one-use codes, and tries that failed."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence


class Credential(Base):
    """What a member of staff proves who they are with. ``totp_step`` is the last step that was used: none works twice.

    The secret of the second factor is theirs once they proved that they have it: ``totp_since``.
    """

    __tablename__ = "credential"

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    totp_since: Mapped[datetime | None] = mapped_column(Instant)
    totp_step: Mapped[int | None] = mapped_column(BigInteger)


class RecoveryCode(Base):
    """A code on paper that stands in for the second factor, once. Only its hash is kept."""

    __tablename__ = "recovery_code"
    __table_args__ = (Index("ix_recovery_code_staff", "staff_id"),)

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))


class StaffSession(Base):
    """A browser in which somebody logged in. Only the hash of its cookie is kept.

    ``proven`` says that the second factor was given too. Gone once it was logged out, revoked or is too old.
    """

    __tablename__ = "staff_session"
    __table_args__ = (Index("ix_staff_session_staff", "staff_id"),)

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    proven: Mapped[bool]
    browser: Mapped[str] = mapped_column(String(200))
    opened_at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant)


class StaffCode(Base):
    """A one-use code that was given to a member of staff; ``purpose`` is a ``bot.store.staff_codes.Purpose``."""

    __tablename__ = "staff_code"
    __table_args__ = (Index("ix_staff_code_staff", "staff_id"),)

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    purpose: Mapped[str] = mapped_column(String(20))
    expires_at: Mapped[datetime] = mapped_column(Instant)


class FailedTry(Base):
    """A try to get in that failed; ``key`` is the hash of the address or account that was tried."""

    __tablename__ = "failed_try"
    __table_args__ = (Index("ix_failed_try_key", "key", "at"),)

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Instant)


class ApiToken(Base):
    """What lets an organisation's own case system read; ``scopes`` are separated by spaces. Only its hash is kept."""

    __tablename__ = "api_token"
    __table_args__ = (Index("ix_api_token_organisation", "organisation_id"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str] = mapped_column(String(200))
    scopes: Mapped[str] = mapped_column(String(200))
    made_by: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)
