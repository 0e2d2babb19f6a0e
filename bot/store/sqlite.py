"""What SQLite needs to be told to behave as a server's database does."""

import sqlite3
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine, event

Pragmas = Mapping[str, str | int]

PRAGMAS: Pragmas = MappingProxyType(
    {
        "busy_timeout": 5000,
        "journal_mode": "WAL",
        "synchronous": "FULL",
        "foreign_keys": "ON",
        "secure_delete": "ON",
    }
)
"""In this order: the first one lets the others wait for a process that starts at the same moment."""


def prepare(engine: Engine, pragmas: Pragmas) -> None:
    """Set every new connection up, and begin transactions ourselves: with the lock when writing."""

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        # The driver would begin transactions by itself, and only at the first write.
        connection.isolation_level = None
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name}={value}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def forget_freed_pages(engine: Engine) -> bool:
    """Write the file anew without what was deleted, and empty the write-ahead log.

    ``secure_delete`` alone is not enough: when SQLite moves rows between pages, copies stay in the gaps.
    Takes about a second per 170 MB, in which other writers wait. Returns False when somebody else kept the
    file busy for longer than ``busy_timeout``.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        blocked, _, _ = cursor.fetchone() or (1, 0, 0)
        return not blocked
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
