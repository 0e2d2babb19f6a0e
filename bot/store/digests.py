"""When digests are due, by which ways they go out, and those that are still to go out by mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.people import Role
from bot.store.tables import DigestMail, DigestWish, OutboxRow, Staff

GETS_ONE = (Role.COUNSELLOR, Role.LEAD)
MONDAY, MORNING = 0, 8
"""When it comes to who wished for nothing else: the weekday, and the region's hour."""

FURTHEST = timedelta(days=13)
"""No digest is due further away than this, unless the clock was set back since."""


@dataclass(frozen=True)
class Going:
    """A digest that goes out: when it was put together, from when its mail tells (None: no mail), and its messages."""

    at: datetime
    by_mail_from: datetime | None
    messages: Sequence[OutboxRow]


@dataclass(frozen=True)
class Waiting:
    """A digest that is to go out by mail, and whose it is."""

    mail: DigestMail
    member: Staff
    wish: DigestWish


def usual(staff_id: str) -> DigestWish:
    """The wish of who made none; not kept yet."""
    return DigestWish(staff_id=staff_id, by_mail=True, by_telegram=True, weekday=MONDAY, hour=MORNING)


def of(store: Store, staff_id: str) -> DigestWish:
    """When and how somebody wishes to get the digest; the usual wish where nobody kept one."""
    with store.reading() as session:
        return session.get(DigestWish, staff_id) or usual(staff_id)


def keep(store: Store, wish: DigestWish) -> None:
    """Keep a wish, new or changed. Raises Conflict when the first one was kept by somebody else meanwhile."""
    with store.writing() as session:
        session.add(wish)


def without_wish(store: Store) -> Sequence[str]:
    """The ids of those who get a digest and of whom no wish is kept."""
    kept = select(DigestWish.staff_id)
    with store.reading() as session:
        return session.scalars(select(Staff.id).where(*_gets_one(), Staff.id.not_in(kept)).order_by(Staff.id)).all()


def due(store: Store, now: datetime) -> Sequence[tuple[DigestWish, Staff]]:
    """The wishes whose moment has come; and those whose moment was set by a clock that ran far ahead, or by nobody."""
    moment = or_(DigestWish.due_at.is_(None), DigestWish.due_at <= now, DigestWish.due_at > now + FURTHEST)
    theirs = select(DigestWish, Staff).join(Staff, Staff.id == DigestWish.staff_id).where(moment, *_gets_one())
    with store.reading() as session:
        return session.execute(theirs.order_by(DigestWish.staff_id)).tuples().all()


def begin(store: Store, wish: DigestWish, next_due: datetime | None, going: Going | None = None) -> bool:
    """Note when the next digest is due, and what goes out now, if anything: once, however many processes try.

    Args:
        store: where all is kept.
        wish: as it was read when it was due.
        next_due: the next moment.
        going: what goes out. A mail that still waits from last time tells from when it told before.

    Returns:
        False when another one was first, or the wish was changed meanwhile: nothing was written.
    """
    as_read = DigestWish.due_at.is_(None) if wish.due_at is None else DigestWish.due_at == wish.due_at
    sent_at = going.at if going else wish.sent_at
    this = update(DigestWish).where(DigestWish.staff_id == wish.staff_id, as_read)
    with store.writing() as session:
        noted = session.scalar(this.values(due_at=next_due, sent_at=sent_at).returning(DigestWish.staff_id))
        if noted and going and going.by_mail_from:
            _put_mail(session, wish.staff_id, going.by_mail_from)
        if noted and going:
            session.add_all(going.messages)
        return noted is not None


def mails(store: Store, now: datetime) -> Sequence[Waiting]:
    """The mails that may be tried now."""
    columns = select(DigestMail, Staff, DigestWish).join(Staff, Staff.id == DigestMail.staff_id)
    each = columns.join(DigestWish, DigestWish.staff_id == DigestMail.staff_id)
    late = or_(DigestMail.not_before.is_(None), DigestMail.not_before <= now)
    with store.reading() as session:
        return [Waiting(*row) for row in session.execute(each.where(late).order_by(DigestMail.staff_id)).tuples()]


def postpone(store: Store, mail: DigestMail, until: datetime, error: str) -> None:
    """Try a mail again later. ``error`` names the kind of failure alone."""
    this = update(DigestMail).where(DigestMail.staff_id == mail.staff_id)
    with store.writing() as session:
        session.execute(this.values(not_before=until, tries=mail.tries + 1, error=error))


def settled(store: Store, mail: DigestMail) -> None:
    """A mail went out, or need not any more."""
    with store.writing() as session:
        if found := session.get(DigestMail, mail.staff_id):
            session.delete(found)


def _gets_one() -> tuple[ColumnElement[bool], ...]:
    return Staff.role.in_(GETS_ONE), Staff.disabled_at.is_(None)


def _put_mail(session: Session, staff_id: str, since: datetime) -> None:
    waits = session.get(DigestMail, staff_id, with_for_update=True)
    if waits is None:
        session.add(DigestMail(staff_id=staff_id, since=since))
    else:
        waits.tries, waits.not_before = 0, None
