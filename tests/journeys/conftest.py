"""Whole conversations: a learner with a phone before the bot as it is in service."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.i18n import Catalogues
from bot.journeys.understanding import Brain
from bot.store import Store
from tests.fakes import stores
from tests.fakes.brain import real_brain
from tests.fakes.desk import Desk
from tests.fakes.house import ROOT, Before, House, house
from tests.fakes.learner import Walker
from tests.fakes.phones import Handset
from tests.fakes.quick_brain import QuickBrain
from tests.fakes.with_course import postgres_course, postgres_store, sqlite_store, sqlite_template

__all__ = ["postgres_course", "postgres_store", "sqlite_store", "sqlite_template"]

LANGUAGES = ("nl", "ar")
"""One language from left to right, one from right to left."""


@pytest.fixture(scope="session")
def catalogues() -> Catalogues:
    """The project's own languages."""
    return Catalogues.load(ROOT / "locales")


@pytest.fixture
def brain(request: pytest.FixtureRequest) -> Brain:
    """The rules and the actions without Rasa; in a test marked ``model``, Rasa with the trained model."""
    if request.node.get_closest_marker("model"):
        found: Brain = real_brain()
        return found
    return QuickBrain()


@pytest.fixture
def desk(store: Store, brain: Brain, catalogues: Catalogues) -> Desk:
    """Turns one by one, on SQLite and on PostgreSQL."""
    return Desk(store, brain, catalogues)


@pytest.fixture
async def home(sqlite_store: Store, brain: Brain, catalogues: Catalogues) -> AsyncIterator[House]:
    """The bot in service, on SQLite."""
    async with house(sqlite_store, brain, catalogues) as opened:
        yield opened


@pytest.fixture(params=LANGUAGES)
async def newcomer(request: pytest.FixtureRequest, home: House) -> Walker:
    """Somebody who has not written yet."""
    return await Walker.comes(home, request.param)


@dataclass(frozen=True)
class Onboarded:
    """Somebody who is through the onboarding: the database, what happened, and the phone."""

    database: Path
    before: Before
    phone: dict[str, Any]


@pytest.fixture(scope="session")
def onboarded(
    sqlite_template: Path, catalogues: Catalogues, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Onboarded]:
    """A learner of each language: the onboarding is walked once, and every test goes on from there."""
    folder = tmp_path_factory.mktemp("onboarded")
    return {
        language: asyncio.run(onboard_once(language, folder, sqlite_template, catalogues)) for language in LANGUAGES
    }


@pytest.fixture(params=LANGUAGES)
async def learner(
    request: pytest.FixtureRequest,
    onboarded: Mapping[str, Onboarded],
    brain: Brain,
    catalogues: Catalogues,
    tmp_path: Path,
) -> AsyncIterator[Walker]:
    """A learner who agreed to their record and works in construction; the first lesson is on offer."""
    so_far = onboarded[request.param]
    with stores.hurried(so_far.database, tmp_path / "learner.db") as store:
        async with house(store, brain, catalogues, before=so_far.before) as home:
            yield Walker(home, Handset(home.client, so_far.phone), request.param)


async def onboard(walker: Walker, sector: str = "construction") -> None:
    """Walk the whole onboarding."""
    await walker.commands("start")
    await walker.taps_label(walker.house.catalogues.native_name(walker.language))
    await walker.answers()
    for _ in range(3):
        await walker.taps("onboarding.button.next")
    await walker.taps("onboarding.button.start")
    await walker.does("tap", data=f"onboarding:{walker.record.asked}:job-{sector}")


async def onboard_once(language: str, folder: Path, template: Path, catalogues: Catalogues) -> Onboarded:
    """Walk the onboarding in a language, in a database of its own."""
    database = folder / f"{language}.db"
    with stores.hurried(template, database) as store:
        async with house(store, QuickBrain(), catalogues) as home:
            walker = await Walker.comes(home, language)
            await onboard(walker)
            return Onboarded(database, home.so_far(), walker.handset.phone)
