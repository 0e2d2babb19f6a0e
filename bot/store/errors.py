"""Errors of the database, without the words of learners that they may carry."""

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

OVERTAKEN = frozenset(
    {
        "SQLITE_CONSTRAINT_FOREIGNKEY",
        "SQLITE_CONSTRAINT_PRIMARYKEY",
        "SQLITE_CONSTRAINT_UNIQUE",
        "23503",  # foreign key violation
        "23505",  # unique violation
        "40001",  # serialization failure
        "40P01",  # deadlock detected
    }
)
"""What the databases call it when another write came first. Everything else is a fault of ours, not a conflict."""


class Conflict(Exception):
    """Somebody else changed what this write was based on; read again and decide again."""


class OutOfOrder(Exception):
    """The database cannot be used for now. Nothing was written; whatever was to be done can be done again later.

    It is not the fault of what was to be written. The message says why and what to do.
    """


class DatabaseLocked(OutOfOrder):
    """Somebody else keeps it locked for longer than we wait."""


class DiskFull(OutOfOrder):
    """There is no room left."""


class DatabaseReadOnly(OutOfOrder):
    """It may be read and not written."""


class DatabaseUnreachable(OutOfOrder):
    """It is not there, or breaks off."""


OUT_OF_ORDER: tuple[tuple[tuple[str, ...], type[OutOfOrder], str], ...] = (
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED", "55P03"),
        DatabaseLocked,
        "another program keeps the database locked: end it if it does not end by itself",
    ),
    (("SQLITE_FULL", "53100"), DiskFull, "the disk of the database is full: make room"),
    (
        ("SQLITE_READONLY", "25006"),
        DatabaseReadOnly,
        "the database may not be written: give the user of this process the right to write its file and folder",
    ),
    (
        ("SQLITE_IOERR", "SQLITE_CANTOPEN", "08", "53", "57P", "58"),
        DatabaseUnreachable,
        "the database cannot be reached: see that its disk or its server works",
    ),
)
"""How the databases' names for it begin: SQLite's result codes, PostgreSQL's SQLSTATE. The first that fits counts."""


def out_of_order(error: DBAPIError) -> OutOfOrder | None:
    """What keeps the database from working; None when the error is about what was asked of it."""
    name = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None)
    for beginnings, kind, reason in OUT_OF_ORDER:
        if name and name.startswith(beginnings):
            return kind(reason)
    # A connection that is refused or breaks off has no code of PostgreSQL's.
    lost = error.connection_invalidated or (name is None and isinstance(error, OperationalError))
    return DatabaseUnreachable(OUT_OF_ORDER[-1][-1]) if lost else None


def overtaken(error: StaleDataError | DBAPIError) -> bool:
    """Whether a write failed because another one came first."""
    if isinstance(error, StaleDataError):
        return True
    names = (getattr(error.orig, "sqlite_errorname", None), getattr(error.orig, "sqlstate", None))
    return any(name in OVERTAKEN for name in names)


def hide_details(engine: Engine) -> None:
    """Take the details out of PostgreSQL's errors: they quote the row that was refused."""

    @event.listens_for(engine, "handle_error")
    def hide(context: ExceptionContext) -> None:
        error = context.original_exception
        primary = getattr(getattr(error, "diag", None), "message_primary", None)
        if primary is None or context.sqlalchemy_exception is None:
            return
        error.args = (primary,)
        context.sqlalchemy_exception.args = (f"({type(error).__name__}) {primary}",)
