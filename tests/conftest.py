"""What tests of every room may ask for: a store, on each database that Werkmaat runs on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import Store, migrating
from tests.fakes import stores
from tests.fakes.brain import brain

__all__ = ["brain"]

DATABASES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "werkmaat.db"
    store = Store(stores.sqlite_url(path))
    migrating.upgrade(store, stores.BEGINNING)
    store.close()
    return path


@pytest.fixture(scope="session")
def postgres_tables() -> Iterator[Store]:
    """A PostgreSQL schema with all tables; a test that uses it leaves it dirty."""
    with stores.postgres_schema() as url:
        store = Store(url)
        migrating.upgrade(store, stores.BEGINNING)
        yield store
        store.close()


@pytest.fixture
def sqlite_store(sqlite_template: Path, tmp_path: Path) -> Iterator[Store]:
    """A migrated store on SQLite with one organisation, ``stores.HOME``."""
    store = stores.copied(sqlite_template, tmp_path / "werkmaat.db")
    yield store
    store.close()


@pytest.fixture
def postgres_store(postgres_tables: Store) -> Iterator[Store]:
    """A migrated store on PostgreSQL with one organisation, ``stores.HOME``."""
    yield postgres_tables
    stores.clear(postgres_tables)


@pytest.fixture(params=DATABASES)
def store(request: pytest.FixtureRequest) -> Store:
    """The test runs once on SQLite and once on PostgreSQL."""
    result: Store = request.getfixturevalue(f"{request.param}_store")
    return result


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables, on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield stores.sqlite_url(tmp_path / "empty.db")
    else:
        with stores.postgres_schema() as url:
            yield url
