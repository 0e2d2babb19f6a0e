"""Sessions of staff: which browser belongs to whom, and for how long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.ids import new_code
from bot.store.secrets import hashed
from bot.store.tables import Staff, StaffSession

IDLE = timedelta(hours=1)
"""After so long without a page, one logs in again."""

LONGEST = timedelta(hours=12)
"""After so long one logs in again in any case: a working day."""

SEEN_EVERY = timedelta(minutes=1)
"""That a session is in use is noted no more often than this."""


@dataclass(frozen=True)
class Opened:
    """A session with whom it belongs to."""

    session: StaffSession
    member: Staff


def open_for(session: Session, member: Staff, browser: str, proven: bool, now: datetime, random: Random) -> str:
    """Begin a session inside a write transaction. Returns the token for the cookie; only its hash is kept."""
    token = new_code(random)
    kept = StaffSession(
        token_hash=hashed(token),
        staff_id=member.id,
        proven=proven,
        browser=browser[:200],
        opened_at=now,
        seen_at=now,
    )
    session.add(kept)
    return token


def of(store: Store, token: str, now: datetime) -> Opened | None:
    """The session of a cookie; None when there is none, it is too old, or whose it is may not log in any more."""
    mine = select(StaffSession, Staff).join(Staff).where(StaffSession.token_hash == hashed(token))
    still = mine.where(
        Staff.disabled_at.is_(None), StaffSession.seen_at > now - IDLE, StaffSession.opened_at > now - LONGEST
    )
    with store.reading() as session:
        found = session.execute(still).tuples().first()
    return Opened(*found) if found else None


def seen(store: Store, opened: StaffSession, now: datetime) -> None:
    """Note that a session is in use."""
    if now - opened.seen_at < SEEN_EVERY:
        return
    with store.writing() as session:
        mine = update(StaffSession).where(StaffSession.token_hash == opened.token_hash)
        session.execute(mine.values(seen_at=now))


def close(session: Session, token_hash: str) -> None:
    """End a session inside a write transaction."""
    session.execute(delete(StaffSession).where(StaffSession.token_hash == token_hash))


def close_all(session: Session, staff_id: str, but: str | None = None) -> None:
    """End all sessions of a member of staff inside a write transaction, perhaps but for the one with this hash."""
    theirs = delete(StaffSession).where(StaffSession.staff_id == staff_id)
    session.execute(theirs.where(StaffSession.token_hash != (but or "")))


def all_of(store: Store, staff_id: str, now: datetime) -> Sequence[StaffSession]:
    """The sessions in which somebody is logged in, the newest first."""
    mine = select(StaffSession).where(StaffSession.staff_id == staff_id, StaffSession.proven)
    alive = mine.where(StaffSession.seen_at > now - IDLE, StaffSession.opened_at > now - LONGEST)
    with store.reading() as session:
        return session.scalars(alive.order_by(StaffSession.opened_at.desc())).all()


def forget_old(session: Session, now: datetime) -> None:
    """Drop sessions that are over."""
    over = or_(StaffSession.seen_at <= now - IDLE, StaffSession.opened_at <= now - LONGEST)
    session.execute(delete(StaffSession).where(over))
