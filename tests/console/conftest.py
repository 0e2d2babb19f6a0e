from collections.abc import Iterator

import pytest

from bot.store import Store
from bot.store.migrating import upgrade
from tests.fakes.stores import BEGINNING


@pytest.fixture
def migrated(empty_url: str) -> Iterator[Store]:
    """A database as ``werkmaat db upgrade`` leaves it."""
    store = Store(empty_url)
    upgrade(store, BEGINNING)
    yield store
    store.close()
