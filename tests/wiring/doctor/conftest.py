"""A machine in good order, for each test to break one thing of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.store import Store
from bot.wiring.doctor import Machine
from tests.fakes.course import publish_course
from tests.fakes.stores import BEGINNING


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WERKMAAT_{name.upper()}", raising=False)


@pytest.fixture
def settings(store: Store, tmp_path: Path) -> Settings:
    """A demo with its own folder, on each database, up to date and with the course."""
    publish_course(store, BEGINNING)
    return Settings(data_dir=tmp_path, database_url=store.engine.url.render_as_string(hide_password=False))


@pytest.fixture
def machine(settings: Settings) -> Iterator[Machine]:
    """All is well with its database and its content."""
    made = Machine(settings)
    yield made
    made.store.close()


@pytest.fixture
def bare(tmp_path: Path) -> Machine:
    """A demo that was never started."""
    return Machine(Settings(data_dir=tmp_path / "data"))
