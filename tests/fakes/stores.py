"""Databases for tests: a copied SQLite file, or a schema of its own on a PostgreSQL server."""

import os
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine, Table, create_engine, delete, event, make_url, select, text
from sqlalchemy.exc import OperationalError

from bot.store import Store, migrating
from bot.store.tables import Base, Learner, Organisation, OutboxRow, Staff

BEGINNING = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
"""The time at which test databases were made."""

HOME = migrating.FIRST_ORGANISATION
"""The organisation that every test database has."""

POSTGRES_URL = os.environ.get(
    "WERKMAAT_TEST_POSTGRES_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test?connect_timeout=5"
)


def learner_row(telegram_id: int = 1001, **changes: Any) -> Learner:
    """A learner that is not kept yet: enrolled, speaks Arabic, works in construction."""
    values = {
        "id": f"learner{telegram_id}",
        "organisation_id": HOME,
        "telegram_id": telegram_id,
        "name": "Amina",
        "language": "ar",
        "language_chosen": True,
        "sector": "construction",
        "created_at": BEGINNING,
        "enrolled_at": BEGINNING,
        "last_seen_at": BEGINNING,
    }
    return Learner(**{**values, **changes})


def staff_row(name: str, **changes: Any) -> Staff:
    """A member of staff who is not kept yet: a counsellor of the organisation, with ``name`` for an id and a mail."""
    values = {"organisation_id": HOME, "role": "counsellor", "created_at": BEGINNING, **changes}
    return Staff(id=name, name=name.title(), email=f"{name}@example.org", **values)


def add_learner(store: Store, telegram_id: int = 1001, **changes: Any) -> Learner:
    """Keep ``learner_row(...)``. Returns it detached."""
    learner = learner_row(telegram_id, **changes)
    add(store, learner)
    return learner


def add(store: Store, *rows: Base) -> None:
    """Keep rows, each after the one it refers to."""
    with store.writing() as session:
        for row in rows:
            session.add(row)
            session.flush()


def outbox_rows(store: Store) -> Sequence[OutboxRow]:
    """All messages that were put into the outbox, the first one first."""
    with store.reading() as session:
        return session.scalars(select(OutboxRow).order_by(OutboxRow.id)).all()


def sqlite_url(path: Path) -> str:
    return f"sqlite:///{path}"


def copied(template: Path, path: Path) -> Store:
    """A store on a copy of a prepared SQLite file."""
    shutil.copy(template, path)
    return Store(sqlite_url(path))


def without_waiting_for_the_disk(store: Store) -> Store:
    """Let SQLite go on before the disk has written: for tests in which nothing crashes but the test."""

    @event.listens_for(store.engine, "connect")
    def hurry(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA synchronous=OFF")

    return store


@contextmanager
def hurried(template: Path, path: Path) -> Iterator[Store]:
    """A store on a copy that does not wait for the disk; its file is whole when it is closed."""
    store = without_waiting_for_the_disk(copied(template, path))
    yield store
    store.close()


def clear(store: Store, but: Collection[Table] = ()) -> None:
    """Empty every table of a PostgreSQL schema but for the organisation, and but for those named."""
    with store.writing() as session:
        # What was noted in the audit cannot be deleted row by row.
        session.execute(text("TRUNCATE audit_event"))
        for table in reversed(Base.metadata.sorted_tables):
            if table not in but:
                session.execute(delete(table))
        session.add(Organisation(id=HOME, name="Werkmaat", created_at=BEGINNING))


@contextmanager
def postgres_schema() -> Iterator[str]:
    """The address of an empty schema, gone afterwards. Skips the test when no server answers."""
    engine = create_engine(POSTGRES_URL)
    name = f"werkmaat_test_{uuid4().hex}"
    _create(engine, name)
    try:
        yield _within(name)
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
        engine.dispose()


def _create(engine: Engine, name: str) -> None:
    try:
        with engine.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
    except OperationalError:
        reason = f"no PostgreSQL answers at {engine.url} (set WERKMAAT_TEST_POSTGRES_URL)"
        if os.environ.get("WERKMAAT_TESTS_STRICT") == "1":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


def _within(name: str) -> str:
    url = make_url(POSTGRES_URL).update_query_dict({"options": f"-csearch_path={name}"})
    return url.render_as_string(hide_password=False)
