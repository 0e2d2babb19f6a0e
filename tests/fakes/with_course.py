"""Stores in which the project's own course is published already: a room's ``conftest.py`` takes these fixtures over.

On PostgreSQL the course stays in its tables from test to test; a test that changed it pays for what it changed.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Table, text

from bot.store import Store, migrating
from bot.store.tables import Base, Entry, Label, Revision, Searched
from tests.fakes import stores
from tests.fakes.course import publish_course

__all__ = ["postgres_course", "postgres_store", "sqlite_store", "sqlite_template"]

COURSE: tuple[Table, ...] = tuple(Base.metadata.tables[it.__tablename__] for it in (Entry, Revision, Label, Searched))
"""The tables in which publishing files writes, each after the one it refers to."""


@pytest.fixture(scope="session")
def sqlite_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and the course, to be copied."""
    path = tmp_path_factory.mktemp("with_course") / "werkmaat.db"
    with stores.hurried(sqlite_template, path) as store:
        publish_course(store, stores.BEGINNING)
    return path


@pytest.fixture
def sqlite_store(sqlite_template: Path, tmp_path: Path) -> Iterator[Store]:
    """A store on SQLite with the course."""
    with stores.hurried(sqlite_template, tmp_path / "werkmaat.db") as store:
        yield store


class Untouched:
    """A schema with the course, which is put right again after a test that wrote in its tables."""

    def __init__(self, store: Store) -> None:
        self.store = store
        with store.writing() as session:
            for table in COURSE:
                session.execute(text(f"CREATE TABLE untouched_{table} AS TABLE {table}"))
        self._stands = self._written()

    def clear(self) -> None:
        """Empty all other tables; and publish the course again if anything was written where it stands."""
        if self._written() == self._stands:
            stores.clear(self.store, but=COURSE)
            return
        stores.clear(self.store)
        with self.store.writing() as session:
            for table in COURSE:
                session.execute(text(f"INSERT INTO {table} SELECT * FROM untouched_{table}"))
        self._stands = self._written()

    def _written(self) -> list[tuple[int, int]]:
        """How many rows each table has, and the last transaction that wrote one of them."""
        with self.store.reading() as session:
            asked = (text(f"SELECT count(*), max(xmin::text::bigint) FROM {table}") for table in COURSE)
            return [session.execute(each).one()._tuple() for each in asked]


@pytest.fixture(scope="session")
def postgres_course() -> Iterator[Untouched]:
    """A PostgreSQL schema with the course."""
    with stores.postgres_schema() as url:
        store = Store(url)
        migrating.upgrade(store, stores.BEGINNING)
        publish_course(store, stores.BEGINNING)
        yield Untouched(store)
        store.close()


@pytest.fixture
def postgres_store(postgres_course: Untouched) -> Iterator[Store]:
    """A store on PostgreSQL with the course."""
    yield postgres_course.store
    postgres_course.clear()
