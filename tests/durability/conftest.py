"""The bot in service, on each database, with each fault that the database can have."""

from collections.abc import Iterator

import pytest

from bot.i18n import Catalogues
from bot.settings import LOCALES
from bot.store import Store
from tests.durability.faults import FAULTS, Fault

EACH = [
    pytest.param((database, fault), id=fault.__name__, marks=[pytest.mark.postgres] * (database == "postgres"))
    for database, faults in FAULTS.items()
    for fault in faults
]


@pytest.fixture(scope="session")
def catalogues() -> Catalogues:
    """The project's own languages."""
    return Catalogues.load(LOCALES)


@pytest.fixture(params=EACH)
def broken(request: pytest.FixtureRequest) -> Iterator[tuple[Store, Fault]]:
    """A store, and a fault of its database that is not switched on yet."""
    database, kind = request.param
    # Connections of a store of its own: a fault stays with those that it met.
    store = Store(request.getfixturevalue(f"{database}_store").engine.url)
    yield store, kind(store)
    store.close()
