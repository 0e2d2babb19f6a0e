"""One-use codes that staff are given: an invitation to choose a password, a link to their Telegram account."""

from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.ids import new_code
from bot.store.secrets import hashed
from bot.store.tables import Staff, StaffCode


class Purpose(StrEnum):
    """What a code is good for."""

    INVITATION = "invitation"
    TELEGRAM = "telegram"


def make(session: Session, staff_id: str, purpose: Purpose, now: datetime, lasts: timedelta, random: Random) -> str:
    """Make a code inside a write transaction; an older one of the same purpose works no more. Returns the code."""
    session.execute(delete(StaffCode).where(StaffCode.staff_id == staff_id, StaffCode.purpose == purpose.value))
    code = new_code(random)
    kept = StaffCode(code_hash=hashed(code), staff_id=staff_id, purpose=purpose.value, expires_at=now + lasts)
    session.add(kept)
    return code


def take(session: Session, code: str, purpose: Purpose, now: datetime) -> str | None:
    """Use a code up inside a write transaction. Returns whose it is; None when it does not work, or no longer."""
    this = delete(StaffCode).where(StaffCode.code_hash == hashed(code), StaffCode.purpose == purpose.value)
    return session.scalar(this.where(StaffCode.expires_at > now).returning(StaffCode.staff_id))


def whose(store: Store, code: str, purpose: Purpose, now: datetime) -> Staff | None:
    """Whose a code is that still works, and who may log in."""
    this = select(Staff).join(StaffCode).where(StaffCode.code_hash == hashed(code), StaffCode.purpose == purpose.value)
    with store.reading() as session:
        return session.scalars(this.where(StaffCode.expires_at > now, Staff.disabled_at.is_(None))).first()
