from collections.abc import Iterator

import pytest

from bot.store import Store
from bot.store.migrating import upgrade
from tests.console.desks import Console
from tests.fakes.stores import BEGINNING
from tests.fakes.with_course import postgres_course, postgres_store, sqlite_store, sqlite_template

__all__ = ["postgres_course", "postgres_store", "sqlite_store", "sqlite_template"]


@pytest.fixture
def migrated(empty_url: str) -> Iterator[Store]:
    """A database as ``werkmaat db upgrade`` leaves it."""
    store = Store(empty_url)
    upgrade(store, BEGINNING)
    yield store
    store.close()


@pytest.fixture
def console(store: Store) -> Console:
    """The console before the project's own course, on each database."""
    return Console(store)
