"""The database, and what was set aside in it."""

from collections.abc import Callable, Sequence

from bot.store import OutOfOrder, Store, checkup, inbox, outbox
from bot.store.migrating import CannotMigrate, missing
from bot.store.tables import InboxRow, OutboxRow
from bot.wiring.doctor.finding import Finding, attention, broken, ok
from bot.wiring.doctor.machine import Machine

LISTED = 10
"""How many rows are named at most."""

RESTORE = "stop Werkmaat and restore a backup (docs/put-on-a-server.md)"
WAL = "wal"


def database(machine: Machine) -> Finding:
    """Whether the database can be reached, is whole and lets us write."""
    if not checkup.is_there(machine.store):
        return broken("there is none yet", "run `werkmaat db upgrade`")
    try:
        damaged = checkup.damages(machine.store) > 0
    except OutOfOrder as error:
        return _out_of_order(error)
    except Exception:  # whatever SQLite makes of a file that is none of its own
        damaged = True
    return broken("its file is damaged", RESTORE) if damaged else _writing(machine.store)


def migrations(machine: Machine) -> Finding:
    """Whether the tables are those of this version."""
    try:
        lacking = missing(machine.store)
    except CannotMigrate as error:
        return broken("the tables are of a newer Werkmaat", str(error))
    if lacking:
        return broken(f"{lacking} are missing", "run `werkmaat db upgrade`")
    return ok("all are applied")


def parked_updates(machine: Machine) -> Finding:
    """Whether updates of learners were set aside."""
    to_do = "the learner had an apology: see the log of that time, and tell the developers the kind of error"
    return _parked(inbox.parked, machine.store, to_do)


def parked_messages(machine: Machine) -> Finding:
    """Whether messages to learners were refused."""
    to_do = "the learner got a plain line instead: see the log of that time, and tell the developers the kind of error"
    return _parked(outbox.parked, machine.store, to_do)


def _out_of_order(error: OutOfOrder) -> Finding:
    why, _, to_do = str(error).partition(": ")
    return broken(why, f"{to_do}; check WERKMAAT_DATA_DIR and WERKMAAT_DATABASE_URL")


def _writing(store: Store) -> Finding:
    try:
        writable = checkup.is_writable(store)
    except OutOfOrder as error:
        return _out_of_order(error)
    if not writable:
        return broken("the server is read-only", "let it accept writes, or set WERKMAAT_DATABASE_URL to one that does")
    mode = checkup.journal_mode(store)
    if mode not in (WAL, None):
        to_do = "put WERKMAAT_DATA_DIR on a disk of this machine: drives of the network cannot do it"
        return attention(f"its journal is {mode!r} and not {WAL!r}, so that readers and writers wait", to_do)
    return ok("PostgreSQL answers and can be written" if mode is None else "whole, with WAL, and can be written")


def _parked(read: Callable[[Store], Sequence[InboxRow] | Sequence[OutboxRow]], store: Store, to_do: str) -> Finding:
    rows = read(store)
    if not rows:
        return ok("nothing is set aside")
    named = ", ".join(f"{row.id} ({_kind(row.error)})" for row in rows[:LISTED])
    more = f" and {len(rows) - LISTED} more" if len(rows) > LISTED else ""
    return attention(f"{len(rows)} set aside: {named}{more}", to_do)


def _kind(error: str | None) -> str:
    """The kind of an error alone: what follows may quote a message."""
    return (error or "?").partition(":")[0]
