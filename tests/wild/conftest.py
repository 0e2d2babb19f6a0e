"""What nobody should send, and somebody will: every test here gets an answer out of it, and nothing breaks.

``WERKMAAT_WILD=100 pytest tests/wild`` tries a hundred times as much (see ``examples``).
"""

from pathlib import Path

import pytest

from bot.i18n import Catalogues
from tests.fakes import stores
from tests.fakes.with_course import postgres_course, postgres_store, sqlite_store, sqlite_template
from tests.journeys.conftest import brain, catalogues, desk
from tests.wild.every_type import publish_every_type
from tests.wild.states import States

__all__ = ["brain", "catalogues", "desk", "postgres_course", "postgres_store", "sqlite_store", "sqlite_template"]


@pytest.fixture(scope="session")
def every_type(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with a course that has exercises of every type."""
    path = tmp_path_factory.mktemp("every_type") / "werkmaat.db"
    store = stores.copied(sqlite_template, path)
    publish_every_type(store, stores.BEGINNING)
    store.close()
    return path


@pytest.fixture(scope="session")
def states(every_type: Path, tmp_path_factory: pytest.TempPathFactory, catalogues: Catalogues) -> States:
    """Learners wherever a test wants them."""
    return States(every_type, tmp_path_factory.mktemp("wild"), catalogues)
