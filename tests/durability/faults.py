"""What can be wrong with a database, switched on and off while the bot uses it."""

import sqlite3
import subprocess
import sys
from abc import ABC, abstractmethod
from typing import Any

from sqlalchemy import create_engine, event, text

from bot.store import Store, sqlite

IMPATIENCE = 20
"""Milliseconds that tests wait for a lock, where the bot waits five seconds."""

LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
input()
"""


class Fault(ABC):
    """One thing that can be wrong with a store's database.

    Args:
        store: whose database it is.
    """

    reason: str
    """A word of what is logged."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @abstractmethod
    def on(self) -> None:
        """It begins."""

    @abstractmethod
    def off(self) -> None:
        """It is over."""


class EveryConnection(Fault):
    """A fault that is told to each connection when it is taken from the pool."""

    begin: str
    end: str

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._statement = self.end
        event.listen(store.engine, "checkout", self._tell)

    def _tell(self, connection: Any, *_: Any) -> None:
        connection.execute(self._statement)
        connection.commit()

    def on(self) -> None:
        self._statement = self.begin

    def off(self) -> None:
        self._statement = self.end


class SqliteLocked(Fault):
    """Another process holds the write lock, for longer than we wait."""

    reason = "locked"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        event.listen(store.engine, "connect", lambda connection, _: _hurry(connection))

    def on(self) -> None:
        command = [sys.executable, "-c", LOCK, str(self._store.engine.url.database)]
        self._other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._other.stdout is not None
        assert self._other.stdout.readline() == "locked\n"

    def off(self) -> None:
        self._other.communicate("\n")


class SqliteFull(EveryConnection):
    """No page can be added to the file."""

    reason = "disk of the database is full"
    end = "PRAGMA max_page_count = 1000000"

    def on(self) -> None:
        with sqlite3.connect(str(self._store.engine.url.database)) as connection:
            # What was deleted left pages free, which could be written to.
            connection.execute("VACUUM")
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
        self._statement = f"PRAGMA max_page_count = {pages}"


class SqliteReadOnly(EveryConnection):
    """What SQLite answers for a file that this user may not write. (The tests may run as one who may.)"""

    reason = "may not be written"
    begin = "PRAGMA query_only = ON"
    end = "PRAGMA query_only = OFF"


class PostgresLocked(EveryConnection):
    """Another connection holds the tables, for longer than we wait."""

    reason = "locked"
    begin = end = f"SET lock_timeout = {IMPATIENCE}"

    def on(self) -> None:
        self._other = create_engine(self._store.engine.url).connect()
        self._other.execute(text("LOCK TABLE inbox, outbox, learner IN ACCESS EXCLUSIVE MODE"))

    def off(self) -> None:
        self._other.close()
        self._other.engine.dispose()


class PostgresReadOnly(EveryConnection):
    """The server takes no writes, as a standby does."""

    reason = "may not be written"
    begin = "SET default_transaction_read_only = on"
    end = "SET default_transaction_read_only = off"


FAULTS: dict[str, list[type[Fault]]] = {
    "sqlite": [SqliteLocked, SqliteFull, SqliteReadOnly],
    "postgres": [PostgresLocked, PostgresReadOnly],
}


def _hurry(connection: Any) -> None:
    assert sqlite.PRAGMAS["busy_timeout"] == 5000
    connection.execute(f"PRAGMA busy_timeout = {IMPATIENCE}")
