"""The outbox: messages wait here as keys and values until Telegram took them."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, delete, exists, literal_column, or_, select, update
from sqlalchemy.orm import Session, aliased

from bot.store.database import Store
from bot.store.tables import HandOver, Learner, Message, OutboxRow, Staff

KEPT = timedelta(days=30)
"""How long the numbers of sent messages are kept, so that they can be edited."""

LONGEST_PAUSE = timedelta(seconds=60)
"""The longest that a message is postponed for."""

REPLY, BROADCAST = KINDS = ("reply", "broadcast")
"""In this order they go out."""


def message(learner: Learner, payload: dict[str, Any], ref: str, now: datetime) -> OutboxRow:
    """A message for a learner that is not kept yet: whoever writes keeps it with what it tells of, both or nothing."""
    return OutboxRow(
        learner_id=learner.id,
        chat_id=learner.telegram_id,
        language=learner.language,
        ref=ref,
        payload=payload,
        created_at=now,
    )


def message_to_staff(chat_id: int, language: str, payload: dict[str, Any], now: datetime) -> OutboxRow:
    """A message for a member of staff that is not kept yet: it belongs to no learner, and is gone once it went out."""
    return OutboxRow(chat_id=chat_id, language=language, payload=payload, created_at=now)


def _waiting(kind: str) -> Select[tuple[OutboxRow]]:
    """The oldest rows of this kind that may be sent, of each chat one.

    Read along the index of what waits: its condition must stand in the statement itself, not among the parameters.
    """
    new: ColumnElement[str] = literal_column("'new'")
    older = aliased(OutboxRow)
    waits = exists().where(
        older.state == new, older.chat_id == OutboxRow.chat_id, older.kind == kind, older.id < OutboxRow.id
    )
    due = or_(
        OutboxRow.not_before.is_(None),
        OutboxRow.not_before <= bindparam("now"),
        # Further away than the longest pause: the clock was set back since.
        OutboxRow.not_before > bindparam("latest"),
    )
    rests = OutboxRow.chat_id.in_(bindparam("resting", expanding=True))
    of_kind = select(OutboxRow).where(OutboxRow.state == new, OutboxRow.kind == kind, due, ~rests, ~waits)
    return of_kind.order_by(OutboxRow.id).limit(bindparam("limit", type_=Integer))


# Putting these together takes longer than running them, and they run for every message.
_WAITING = tuple(map(_waiting, KINDS))


def waiting(store: Store, now: datetime, resting: Collection[int] = (), limit: int = 50) -> Sequence[OutboxRow]:
    """Rows that may be sent now: replies before broadcasts, of each chat only the oldest of either.

    ``resting`` are chats that must not be written to yet.
    """
    found: list[OutboxRow] = []
    given = {"now": now, "latest": now + LONGEST_PAUSE, "resting": list(resting)}
    with store.reading() as session:
        for statement in _WAITING:
            if len(found) < limit:
                found += session.scalars(statement, {**given, "limit": limit - len(found)})
    return found


def sent(store: Store, row: OutboxRow, message_id: int | None, now: datetime) -> None:
    """Note that Telegram took a message, and blank it."""
    _settle(store, row, state="sent", payload=None, message_id=message_id, sent_at=now, error=None)


def postpone(store: Store, row: OutboxRow, until: datetime, error: str) -> None:
    """Try a message again later, at most ``LONGEST_PAUSE`` from now. ``error`` names the failure without words."""
    later = update(OutboxRow).where(OutboxRow.id == row.id)
    with store.writing() as session:
        session.execute(later.values(not_before=until, tries=row.tries + 1, error=error))


def park(store: Store, row: OutboxRow, error: str, now: datetime, instead: dict[str, Any] | None = None) -> None:
    """Set aside a message that Telegram refuses; ``doctor`` shows it. ``instead`` is the payload of a new message.

    When that one is refused too, nothing follows it.
    """
    with store.writing() as session:
        if instead is not None and not (row.ref or "").startswith("instead-"):
            session.add(_replacement(row, instead, now))
        _mark(session, row, state="parked", error=error, tries=row.tries + 1, sent_at=now)


def expire(store: Store, row: OutboxRow, now: datetime) -> None:
    """Drop what is too late to send."""
    _settle(store, row, state="expired", payload=None, sent_at=now)


def leave_alone(store: Store, chat_id: int, now: datetime) -> None:
    """Somebody blocked the bot: mark the learner, write to staff there no more, and drop what waits for that chat."""
    of_chat = (OutboxRow.chat_id == chat_id, OutboxRow.state == "new")
    with store.writing() as session:
        learner = session.scalars(select(Learner).where(Learner.telegram_id == chat_id)).first()
        if learner:
            learner.blocked_at = now
        session.execute(update(Staff).where(Staff.telegram_id == chat_id).values(telegram_id=None))
        session.execute(delete(OutboxRow).where(*of_chat, OutboxRow.learner_id.is_(None)))
        session.execute(update(OutboxRow).where(*of_chat).values(state="dropped", payload=None, sent_at=now))


def message_id(store: Store, ref: str) -> int | None:
    """Telegram's id of a message that was sent under ``ref``; None when it was not (yet) sent or is erased."""
    with store.reading() as session:
        return session.scalars(select(OutboxRow.message_id).where(OutboxRow.ref == ref)).first()


def standing(store: Store, refs: Collection[str]) -> list[str]:
    """Those of these refs under which a message was sent, in the order in which they are given."""
    there = select(OutboxRow.ref).where(OutboxRow.ref.in_(refs), OutboxRow.message_id.is_not(None))
    with store.reading() as session:
        found = set(session.scalars(there))
    return [ref for ref in refs if ref in found]


def moved(store: Store, ref: str, message_id: int | None) -> None:
    """Note that what was sent under ``ref`` stands in another message now."""
    with store.writing() as session:
        session.execute(update(OutboxRow).where(OutboxRow.ref == ref).values(message_id=message_id))


def parked(store: Store) -> Sequence[OutboxRow]:
    """The messages that were set aside, oldest first."""
    with store.reading() as session:
        return session.scalars(select(OutboxRow).where(OutboxRow.state == "parked").order_by(OutboxRow.id)).all()


def forget_old(store: Store, now: datetime) -> None:
    """Drop the rows of messages that went out, or never will, long ago.

    What staff said to a learner who had blocked the bot stays: it is said again when they are back.
    """
    again = or_(*(exists().where(told.ref == OutboxRow.ref) for told in (Message, HandOver)))
    settled = OutboxRow.state.in_(("sent", "expired", "dropped"))
    old = (settled, OutboxRow.sent_at < now - KEPT, or_(OutboxRow.state != "dropped", ~again))
    with store.writing() as session:
        session.execute(delete(OutboxRow).where(*old))


def _replacement(row: OutboxRow, payload: dict[str, Any], now: datetime) -> OutboxRow:
    return OutboxRow(
        learner_id=row.learner_id,
        chat_id=row.chat_id,
        language=row.language,
        ref=f"instead-{row.id}",
        payload=payload,
        created_at=now,
    )


def _settle(store: Store, row: OutboxRow, **values: Any) -> None:
    with store.writing() as session:
        _mark(session, row, **values)


def _mark(session: Session, row: OutboxRow, **values: Any) -> None:
    """Give a row its last state; what belongs to nobody any more is removed."""
    if row.learner_id is None:
        session.execute(delete(OutboxRow).where(OutboxRow.id == row.id))
    else:
        session.execute(update(OutboxRow).where(OutboxRow.id == row.id).values(**values))
