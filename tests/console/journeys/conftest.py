"""The console with the demo's people, really served, and a browser before it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.async_api import Browser, BrowserContext

from bot.console.visit import SESSION
from bot.journeys import demo
from bot.store import Store, people
from bot.store.people import Role
from bot.store.tables import Staff
from tests.console.desks import Console, logged_in
from tests.fakes import stores
from tests.fakes.browser import browser
from tests.fakes.course import published_course
from tests.fakes.served import served
from tests.fakes.stores import BEGINNING

__all__ = ["browser"]


@pytest.fixture(scope="session")
def demo_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the course and the demo's people, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "werkmaat.db"
    store = stores.copied(sqlite_template, path)
    demo.create(store, published_course(store, BEGINNING), BEGINNING, Random(8))
    store.close()
    return path


@pytest.fixture
def site(demo_template: Path, tmp_path: Path) -> Iterator[Console]:
    """The console on a copy of the demo."""
    store = stores.copied(demo_template, tmp_path / "werkmaat.db")
    yield Console(store)
    store.close()


@pytest.fixture
async def url(site: Console) -> AsyncIterator[str]:
    """Where it is served."""
    async with served(site.app) as address:
        yield address


def somebody(store: Store, role: Role) -> Staff:
    """One of the demo's staff of this role; of the counsellors it is Lien, who has a group."""
    return [one for one in people.staff(store) if one.role == role][-1]


async def as_staff(browser: Browser, site: Console, url: str, member: Staff, **options: object) -> BrowserContext:
    """A browser in which somebody is logged in."""
    context = await browser.new_context(base_url=url, locale="nl-BE", **options)  # type: ignore[arg-type]
    token = logged_in(site.store, member, site.now)
    await context.add_cookies([{"name": SESSION, "value": token, "url": url}])
    return context
