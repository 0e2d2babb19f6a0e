"""Whole conversations: a learner with a phone before the bot as it is in service."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.i18n import Catalogues
from bot.journeys.understanding import Brain
from bot.store import Store, migrating
from tests.fakes import stores
from tests.fakes.brain import real_brain
from tests.fakes.course import publish_course
from tests.fakes.house import ROOT, House, house
from tests.fakes.learner import Walker
from tests.fakes.quick_brain import QuickBrain

LANGUAGES = ("nl", "ar")
"""One language from left to right, one from right to left."""


@pytest.fixture(scope="session")
def catalogues() -> Catalogues:
    """The project's own languages."""
    return Catalogues.load(ROOT / "locales")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and the project's own course, to be copied."""
    path = tmp_path_factory.mktemp("template") / "werkmaat.db"
    store = Store(stores.sqlite_url(path))
    migrating.upgrade(store, stores.BEGINNING)
    publish_course(store, stores.BEGINNING)
    store.close()
    return path


@pytest.fixture
def sqlite_store(sqlite_template: Path, tmp_path: Path) -> Iterator[Store]:
    """A store on SQLite with the course."""
    store = stores.without_waiting_for_the_disk(stores.copied(sqlite_template, tmp_path / "werkmaat.db"))
    yield store
    store.close()


@pytest.fixture
def brain(request: pytest.FixtureRequest) -> Brain:
    """The rules and the actions without Rasa; in a test marked ``model``, Rasa with the trained model."""
    if request.node.get_closest_marker("model"):
        found: Brain = real_brain()
        return found
    return QuickBrain()


@pytest.fixture
async def home(sqlite_store: Store, brain: Brain, catalogues: Catalogues) -> AsyncIterator[House]:
    """The bot in service, on SQLite."""
    async with house(sqlite_store, brain, catalogues) as opened:
        yield opened


@pytest.fixture(params=LANGUAGES)
async def newcomer(request: pytest.FixtureRequest, home: House) -> Walker:
    """Somebody who has not written yet."""
    return await Walker.comes(home, request.param)


@pytest.fixture
async def learner(newcomer: Walker) -> Walker:
    """A learner who agreed to their record and works in construction; the first lesson is on offer."""
    await onboard(newcomer)
    return newcomer


async def onboard(walker: Walker, sector: str = "construction") -> None:
    """Walk the whole onboarding."""
    await walker.commands("start")
    await walker.taps_label(walker.house.catalogues.native_name(walker.language))
    await walker.answers()
    for _ in range(3):
        await walker.taps("onboarding.button.next")
    await walker.taps("onboarding.button.start")
    await walker.does("tap", data=f"onboarding:{walker.record.asked}:job-{sector}")
