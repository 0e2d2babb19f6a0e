"""The database: one engine, short reads, and writes that take the lock before they look."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from bot.store import sqlite
from bot.store.errors import Conflict, hide_details, out_of_order, overtaken

LEFT_BEHIND = 60_000
"""Milliseconds after which a transaction in which nothing happens belongs to nobody; ours never wait for anything."""


class Store:
    """The way to the database. Synchronous: a call takes milliseconds and never spans an ``await``."""

    def __init__(self, url: str | URL) -> None:
        """Open ``url`` (an SQLAlchemy address: ``sqlite:///...`` or ``postgresql+psycopg://...``)."""
        self.engine = open_engine(url)
        self._write = self.engine.execution_options(write=True)
        # SQLite's transactions see one moment anyway.
        snapshot = {} if self.on_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._read = self.engine.execution_options(**snapshot)

    @property
    def on_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one moment of the database; the rows read may be used afterwards, detached.

        Raises OutOfOrder when the database cannot be used.
        """
        try:
            with Session(self._read, expire_on_commit=False, autoflush=False) as session:
                yield session
        except DBAPIError as error:
            if reason := out_of_order(error):
                raise reason from error
            raise

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One ``BEGIN IMMEDIATE ... COMMIT``.

        Raises Conflict when a row is not as it was read, OutOfOrder when the database cannot be written.
        """
        try:
            with Session(self._write, expire_on_commit=False) as session, session.begin():
                yield session
        except (StaleDataError, DBAPIError) as error:
            if overtaken(error):
                raise Conflict(str(getattr(error, "orig", error))) from error
            if isinstance(error, DBAPIError) and (reason := out_of_order(error)):
                raise reason from error
            raise

    def forget_freed_pages(self) -> bool:
        """After an erasure: leave nothing of the erased rows in SQLite's files. Returns False to try later."""
        return not self.on_sqlite or sqlite.forget_freed_pages(self.engine)

    def close(self) -> None:
        self.engine.dispose()


def open_engine(url: str | URL, pragmas: sqlite.Pragmas = sqlite.PRAGMAS) -> Engine:
    """The engine of a database. Its errors never carry values, which may be a learner's words."""
    on_sqlite = make_url(url).get_backend_name() == "sqlite"
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=not on_sqlite)
    if on_sqlite:
        sqlite.prepare(engine, pragmas)
    else:
        hide_details(engine)
        _limit_waiting(engine, int(pragmas["busy_timeout"]))
    return engine


def _limit_waiting(engine: Engine, milliseconds: int) -> None:
    """Let PostgreSQL too give up waiting for a lock: meanwhile the whole process stands still.

    And let it roll back what a machine began that is gone: a server on another machine is not told of its end.
    """

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        connection.execute(f"SET lock_timeout = {milliseconds}")
        connection.execute(f"SET idle_in_transaction_session_timeout = {LEFT_BEHIND}")
        connection.commit()
