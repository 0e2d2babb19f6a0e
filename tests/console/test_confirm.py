"""The page on which a colleague confirms: plain, once, and with nothing about the learner on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from random import Random

import httpx
import pytest
from playwright.async_api import Browser, expect

from bot.console import create_app
from bot.i18n import Catalogues
from bot.settings import LOCALES
from bot.store import Store, missions
from bot.store.tables import Mission
from tests.fakes.browser import browser
from tests.fakes.course import publish_course
from tests.fakes.house import StillClock
from tests.fakes.served import served
from tests.fakes.stores import BEGINNING, add, add_learner

__all__ = ["browser"]

CODE = "k3vNQe0b7mZyXw2sUa9TfLrD"
PAGE = f"/confirm/{CODE}"
TASK = "Vraag een collega hoe de machine heet."
SAY = "Hoe heet deze machine?"


@pytest.fixture
def clock() -> StillClock:
    return StillClock(BEGINNING + timedelta(days=1))


def add_mission(store: Store, clock: StillClock) -> None:
    """A mission that Amina did, with a link that is good for two weeks."""
    publish_course(store, BEGINNING, extra="work")
    learner = add_learner(store, name="Amina")
    mission = Mission(
        id="m1",
        learner_id=learner.id,
        item_id="shared.extra_work.machine",
        revision=1,
        state="done",
        taken_on_at=BEGINNING,
        done_at=BEGINNING,
        link_hash=missions.hashed(CODE),
        link_expires_at=clock() + timedelta(days=14),
    )
    add(store, mission)


@asynccontextmanager
async def console(store: Store, clock: StillClock) -> AsyncIterator[str]:
    """The console, really served."""

    async def nothing() -> None:
        return None

    async def empty() -> bytes:
        return b""

    catalogues = Catalogues.load(LOCALES)
    app = create_app(store, catalogues, nothing, empty, clock=clock, random=Random(1), phone=False)
    async with served(app) as url:
        yield url


@pytest.fixture
async def visitor(store: Store, clock: StillClock) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody with a link, and a browser that wants Dutch."""
    add_mission(store, clock)
    async with console(store, clock) as url:
        headers = {"Accept-Language": "nl-BE,nl;q=0.9,en;q=0.5"}
        async with httpx.AsyncClient(base_url=url, headers=headers, trust_env=False) as client:
            yield client


def state(store: Store) -> str:
    found = missions.by_link(store, CODE)
    assert found is not None
    return found.state


async def test_the_page_shows_the_task_and_nobodys_name(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.get(PAGE)
    assert answer.status_code == 200
    assert TASK in answer.text
    assert SAY in answer.text
    assert '<html lang="nl">' in answer.text
    for trace in ("Amina", "1001", "learner", "<script", "<img", "<link", "http://", "https://"):
        assert trace not in answer.text, trace
    assert answer.headers.get_list("set-cookie") == []
    assert (answer.headers["cache-control"], answer.headers["referrer-policy"]) == ("no-store", "no-referrer")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_looking_does_not_confirm(method: str, visitor: httpx.AsyncClient, store: Store) -> None:
    for _ in range(3):
        assert (await visitor.request(method, PAGE)).status_code == 200
    assert state(store) == "done"


async def test_the_button_confirms_and_the_second_time_it_was_used(visitor: httpx.AsyncClient, store: Store) -> None:
    assert "Het is bevestigd" in (await visitor.post(PAGE)).text
    assert state(store) == "confirmed"
    for answer in (await visitor.get(PAGE), await visitor.post(PAGE)):
        assert answer.status_code == 200
        assert "al gebruikt" in answer.text
        assert "<form" not in answer.text
        assert TASK not in answer.text


@pytest.mark.parametrize("code", ["nosuchcode", "x" * 2000, "%00", "%F0%9F%98%80"])
async def test_a_link_of_nothing_is_404(code: str, visitor: httpx.AsyncClient) -> None:
    for method in ("GET", "POST"):
        answer = await visitor.request(method, f"/confirm/{code}")
        assert answer.status_code == 404
        assert "werkt niet" in answer.text


async def test_an_old_link_confirms_nothing(visitor: httpx.AsyncClient, store: Store, clock: StillClock) -> None:
    clock.forward(days=14)
    assert (await visitor.post(PAGE)).status_code == 404
    assert state(store) == "done"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("en-GB,en;q=0.8", "en"),
        ("fr-BE, en;q=0.7, nl;q=0.3", "en"),
        ("en;q=0.3,nl;q=0.7", "nl"),
        ("fr", "nl"),
        ("en;q=0", "nl"),
        ("en;q=high", "nl"),
        ("", "nl"),
    ],
)
async def test_the_page_speaks_dutch_or_english(wanted: str, language: str, visitor: httpx.AsyncClient) -> None:
    answer = await visitor.get(PAGE, headers={"Accept-Language": wanted})
    assert f'<html lang="{language}">' in answer.text
    assert ("Yes, this was done" in answer.text) is (language == "en")


@pytest.mark.browser
async def test_a_colleague_without_scripts_taps_once(browser: Browser, sqlite_store: Store, clock: StillClock) -> None:
    store = sqlite_store
    add_mission(store, clock)
    context = await browser.new_context(java_script_enabled=False, locale="nl-BE")
    page = await context.new_page()
    async with console(store, clock) as url:
        await page.goto(f"{url}{PAGE}")
        await expect(page.get_by_text(TASK)).to_be_visible()
        await expect(page.get_by_text(SAY)).to_be_visible()
        assert state(store) == "done"
        await page.get_by_role("button", name="Ja, dit is gebeurd").click()
        await expect(page.get_by_role("status")).to_have_text("Dank u. Het is bevestigd.")
        assert state(store) == "confirmed"
        await page.goto(f"{url}{PAGE}")
        await expect(page.get_by_text("al gebruikt")).to_be_visible()
        assert await page.get_by_role("button").count() == 0
    await context.close()
