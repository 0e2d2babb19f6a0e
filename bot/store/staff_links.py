"""Telegram accounts of staff: linked by a one-use code, so that digests reach them there."""

from datetime import datetime

from sqlalchemy import select, update

from bot.store.database import Store
from bot.store.secrets import hashed
from bot.store.staff_codes import Purpose
from bot.store.tables import Staff, StaffCode


def by_code(store: Store, code: str, now: datetime) -> tuple[Staff, StaffCode] | None:
    """Whose a code for linking is, and the code itself as it is kept; None when it does not work, or no longer."""
    theirs = select(Staff, StaffCode).join(StaffCode, StaffCode.staff_id == Staff.id)
    this = StaffCode.code_hash == hashed(code), StaffCode.purpose == Purpose.TELEGRAM.value
    with store.reading() as session:
        works = theirs.where(*this, StaffCode.expires_at > now, Staff.disabled_at.is_(None))
        return session.execute(works).tuples().first()


def holder(store: Store, telegram_id: int) -> Staff | None:
    """The member of staff who linked this Telegram account."""
    with store.reading() as session:
        return session.scalars(select(Staff).where(Staff.telegram_id == telegram_id)).first()


def unlink(store: Store, staff_id: str) -> None:
    """Write to nobody's Telegram account any more for this member of staff."""
    with store.writing() as session:
        session.execute(update(Staff).where(Staff.id == staff_id).values(telegram_id=None))
