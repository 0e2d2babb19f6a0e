"""The inbox: every update is kept here before it is confirmed, and worked off in the order of arrival."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, delete, exists, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, aliased

from bot.store.database import Store
from bot.store.tables import InboxRow

IDS_KEPT = timedelta(days=14)
PAUSES = (timedelta(seconds=1), timedelta(seconds=5))
"""How long a failed turn waits before its second and third try; after the third it is parked."""

REPEATED = timedelta(days=2)
"""Telegram keeps an update for a day. A number that comes after longer than this is another update: they start anew."""


def _next_row() -> Select[tuple[InboxRow]]:
    older = aliased(InboxRow)
    waits = exists().where(older.state == "new", older.chat_id == InboxRow.chat_id, older.id < InboxRow.id)
    # Further away than the longest pause: the clock was set back since.
    due = or_(
        InboxRow.not_before.is_(None),
        InboxRow.not_before <= bindparam("now"),
        InboxRow.not_before > bindparam("latest"),
    )
    return select(InboxRow).where(InboxRow.state == "new", due, ~waits).order_by(InboxRow.id).limit(1)


# Putting these together takes longer than running them, and they run at every turn.
_NEXT_ROW = _next_row()
_TABLE = InboxRow.metadata.tables[InboxRow.__tablename__]
_PUT_ON_SQLITE = sqlite.insert(_TABLE).on_conflict_do_nothing().returning(_TABLE.c.id)
_PUT_ON_POSTGRES = postgresql.insert(_TABLE).on_conflict_do_nothing().returning(_TABLE.c.id)


def put(store: Store, bot_id: int, update_id: int, chat_id: int | None, payload: dict[str, Any], now: datetime) -> bool:
    """Keep one update. Returns False when this update was kept before."""
    row = {
        "bot_id": bot_id,
        "update_id": update_id,
        "chat_id": chat_id,
        "payload": payload,
        "state": "new",
        "tries": 0,
        "received_at": now,
    }
    statement = _PUT_ON_SQLITE if store.on_sqlite else _PUT_ON_POSTGRES
    with store.writing() as session:
        if session.execute(statement, row).first():
            return True
        return _forget_namesake(session, row) and session.execute(statement, row).first() is not None


def _forget_namesake(session: Session, row: dict[str, Any]) -> bool:
    """Drop an update of long ago with the same number. Returns False when there is none: this one is a repetition."""
    same = (InboxRow.bot_id == row["bot_id"], InboxRow.update_id == row["update_id"])
    old = (InboxRow.state == "done", InboxRow.received_at < row["received_at"] - REPEATED)
    return session.execute(delete(InboxRow).where(*same, *old).returning(InboxRow.id)).first() is not None


def next_row(store: Store, now: datetime) -> InboxRow | None:
    """The oldest update that may be worked off now: one whose chat has no older one waiting."""
    with store.reading() as session:
        return session.scalars(_NEXT_ROW, {"now": now, "latest": now + PAUSES[-1]}).first()


def finish(session: Session, row_id: int, now: datetime) -> None:
    """Mark an update as done inside the turn's transaction, and blank what it said."""
    done = update(InboxRow).where(InboxRow.id == row_id)
    session.execute(done.values(state="done", done_at=now, payload=None, error=None))


def postpone(store: Store, row: InboxRow, error: str, now: datetime) -> None:
    """Count a failed try, to be tried again a little later. ``error`` names the failure without words."""
    again = update(InboxRow).where(InboxRow.id == row.id)
    with store.writing() as session:
        session.execute(again.values(tries=row.tries + 1, error=error, not_before=now + PAUSES[row.tries]))


def park(session: Session, row: InboxRow, error: str, now: datetime) -> None:
    """Set an update aside after its last try; its payload stays, for whoever mends the cause."""
    aside = update(InboxRow).where(InboxRow.id == row.id)
    session.execute(aside.values(state="parked", tries=row.tries + 1, error=error, done_at=now))


def parked(store: Store) -> Sequence[InboxRow]:
    """The updates that were set aside, oldest first."""
    with store.reading() as session:
        return session.scalars(select(InboxRow).where(InboxRow.state == "parked").order_by(InboxRow.id)).all()


def forget_old(store: Store, now: datetime) -> None:
    """Drop the ids of updates that were done long ago."""
    with store.writing() as session:
        session.execute(delete(InboxRow).where(InboxRow.state == "done", InboxRow.done_at < now - IDS_KEPT))
