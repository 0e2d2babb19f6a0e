"""Bringing a database up to date: empty or old, on SQLite or PostgreSQL, without losing a row."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, select, text

from bot.store import sqlite
from bot.store.database import Store, open_engine
from bot.store.tables import Organisation

Progress = Callable[[int, int], None]
"""Called after every migration with how many are done, and of how many."""

FOLDER = Path(__file__).with_name("migrations")

# A changed table of SQLite is made anew and the old one dropped: foreign keys are checked at the end instead.
PRAGMAS: sqlite.Pragmas = {**sqlite.PRAGMAS, "busy_timeout": 60_000, "foreign_keys": "OFF"}

LOCK = 7_236_119
"""The number under which processes on one PostgreSQL wait for each other; any number that is only ours."""

FIRST_ORGANISATION = "home"


class CannotMigrate(Exception):
    """The database cannot be brought up to date; the message says why and what to do."""


def is_current(store: Store) -> bool:
    """Whether the database has exactly the tables that this version of the program wants."""
    with store.engine.connect() as connection:
        return _revision(connection) == _scripts().get_current_head()


def missing(store: Store) -> int:
    """How many migrations the database lacks. Raises CannotMigrate when it is newer than the program."""
    with store.engine.connect() as connection:
        return len(_pending(connection))


def upgrade(
    store: Store, now: datetime, organisation: str = "Werkmaat", progress: Progress = lambda done, total: None
) -> int:
    """Apply the migrations that are missing, in one transaction, and make the first organisation if there is none.

    Processes that start at the same time wait for each other (on SQLite for up to a minute).

    Args:
        store: the database.
        now: an aware time, when the organisation was made.
        organisation: the name of the first organisation.
        progress: told after every migration.

    Returns:
        How many migrations were applied; 0 when the database was up to date.

    Raises:
        CannotMigrate: the database is newer than the program, or its rows contradict each other.
    """
    with _exclusive(store) as connection:
        total = len(_pending(connection))
        done = iter(range(1, total + 1))
        command.upgrade(_config(connection, lambda **_: progress(next(done), total)), "head")
        _check_references(connection)
        _found(connection, organisation, now)
        return total


def is_described(name: str | None, _kind: str, _parents: object) -> bool:
    """Whether the tables of the program tell of what has this name: all but the index of searched words do.

    Alembic asks it (``include_name``), since what it is not told of it takes for superfluous.
    """
    return not (name or "").startswith("searched_index")


def draft(store: Store, message: str) -> None:
    """For developers: write the next migration, from how the tables differ from what the migrations make so far.

    ``store`` is an empty database for this purpose alone.
    """
    number = len(list(_scripts().walk_revisions())) + 1
    with _exclusive(store) as connection:
        command.upgrade(_config(connection), "heads")
        command.revision(_config(connection), message, autogenerate=True, rev_id=f"{number:04}")


def _config(connection: Connection, on_version_apply: Callable[..., Any] = lambda **_: None) -> Config:
    """What Alembic needs to know to work on this connection."""
    result = Config()
    result.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    result.set_main_option("path_separator", "os")
    result.attributes.update(connection=connection, on_version_apply=on_version_apply)
    return result


@contextmanager
def _exclusive(store: Store) -> Iterator[Connection]:
    """A transaction in which nobody else migrates."""
    engine = open_engine(store.engine.url, PRAGMAS)
    try:
        with engine.execution_options(write=True).begin() as connection:
            if not store.on_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            yield connection
    finally:
        engine.dispose()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(FOLDER)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _pending(connection: Connection) -> list[str]:
    """The migrations that are missing."""
    scripts, current = _scripts(), _revision(connection)
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise CannotMigrate(
            f"The database was made by a newer Werkmaat (its revision {current} is unknown here). "
            "Start that version, or restore the backup made before its upgrade."
        )
    return [script.revision for script in scripts.iterate_revisions("head", current or "base")]


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({row[0] for row in broken}))
        raise CannotMigrate(f"Rows of {tables} refer to rows that do not exist; nothing was changed. Restore a backup.")


def _found(connection: Connection, name: str, now: datetime) -> None:
    """Make the organisation that newcomers belong to."""
    if connection.execute(select(Organisation.id).limit(1)).first() is None:
        connection.execute(insert(Organisation).values(id=FIRST_ORGANISATION, name=name, created_at=now))
