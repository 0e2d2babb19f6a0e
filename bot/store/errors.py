"""Errors of the database, without the words of learners that they may carry."""

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError
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
