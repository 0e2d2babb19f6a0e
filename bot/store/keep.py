"""The end of a turn: everything it decided is written in one transaction, or nothing."""

import logging
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from bot.store import erasing, inbox, moving
from bot.store.database import Store
from bot.store.moving import Move
from bot.store.tables import Base, InboxRow, Learner, OutboxRow

log = logging.getLogger(__name__)


def keep(
    store: Store,
    row: InboxRow,
    rows: Iterable[Base],
    now: datetime,
    dropped: Iterable[Base] = (),
    move: Move | None = None,
) -> None:
    """Write a turn's rows, delete the dropped ones, and mark its update as done; nothing when it was done before.

    Args:
        store: where all is kept.
        row: the update.
        rows: new and changed ones, each after those it refers to.
        now: in UTC.
        dropped: rows that go.
        move: when the turn brought a learner's record to another account.

    Raises:
        Conflict: the learner changed after the turn read them; nothing was written.
    """
    with store.writing() as session:
        if _still_to_do(session, row):
            if move:
                moving.make_way(session, move, now)
            _write(session, rows)
            for old in dropped:
                session.delete(old)
            inbox.finish(session, row.id, now)


def keep_erasure(store: Store, row: InboxRow, learner_id: str, confirmation: OutboxRow, now: datetime) -> None:
    """Erase a learner; what stays is the message that says so, until it is sent.

    It knows by itself which message it takes the place of: the row of that one is erased.
    """
    edited = select(OutboxRow.message_id).where(OutboxRow.ref == confirmation.edits)
    with store.writing() as session:
        if _still_to_do(session, row):
            inbox.finish(session, row.id, now)
            confirmation.message_id = session.scalar(edited)
            erasing.erase(session, learner_id)
            confirmation.learner_id = None
            session.add(confirmation)
    if not store.forget_freed_pages():
        log.warning("The database was busy: its file keeps traces of erased rows until the next erasure.")


def keep_failure(store: Store, row: InboxRow, error: str, apology: OutboxRow | None, now: datetime) -> None:
    """Set a failed update aside and queue the apology."""
    with store.writing() as session:
        if _still_to_do(session, row):
            inbox.park(session, row, error, now)
            session.add_all([apology] if apology else [])


def _still_to_do(session: Session, row: InboxRow) -> bool:
    """Whether nobody finished this update, or erased its sender, since it was read."""
    state = select(InboxRow.state).where(InboxRow.id == row.id).with_for_update()
    return session.scalar(state) == "new"


def _write(session: Session, rows: Iterable[Base]) -> None:
    # One by one: a row may refer to the one before it.
    for row in rows:
        if isinstance(row, Learner) and row.version:
            # Written even if nothing in it changed, for without an UPDATE its version is not compared.
            flag_modified(row, "last_seen_at")
        session.add(row)
        session.flush()
