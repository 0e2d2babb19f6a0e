"""The page on which a colleague confirms: plain, once, and with nothing about the learner on it."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import httpx
import pytest
from playwright.async_api import Browser, expect

from bot.store import Store, missions
from bot.store.secrets import hashed
from bot.store.tables import Mission
from tests.console.desks import Console
from tests.fakes.browser import browser
from tests.fakes.course import publish_course
from tests.fakes.served import served
from tests.fakes.stores import BEGINNING, add, add_learner

__all__ = ["browser"]

CODE = "k3vNQe0b7mZyXw2sUa9TfLrD"
PAGE = f"/confirm/{CODE}"
TASK = "Vraag een collega hoe de machine heet."
SAY = "Hoe heet deze machine?"


@pytest.fixture
def site(store: Store) -> Console:
    """The console a day after the beginning."""
    return Console(store, BEGINNING + timedelta(days=1))


def add_mission(store: Store, now: datetime) -> None:
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
        link_hash=hashed(CODE),
        link_expires_at=now + timedelta(days=14),
    )
    add(store, mission)


@pytest.fixture
async def visitor(store: Store, site: Console) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody with a link, and a browser that wants Dutch."""
    add_mission(store, site.now)
    async with served(site.app) as url:
        headers = {"Accept-Language": "nl-BE,nl;q=0.9,en;q=0.5", "Sec-Fetch-Site": "same-origin"}
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
    for trace in ("Amina", "1001", "learner", "<script", "<img", "http://", "https://"):
        assert trace not in answer.text, trace
    assert answer.headers.get_list("set-cookie") == []
    assert (answer.headers["cache-control"], answer.headers["referrer-policy"]) == ("no-store", "same-origin")
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


@pytest.mark.parametrize("code", ["nosuchcode", "x" * 2000, "%F0%9F%98%80"])
async def test_a_link_of_nothing_is_404(code: str, visitor: httpx.AsyncClient) -> None:
    for method in ("GET", "POST"):
        answer = await visitor.request(method, f"/confirm/{code}")
        assert answer.status_code == 404
        assert "werkt niet" in answer.text


async def test_what_can_be_no_link_is_404(visitor: httpx.AsyncClient) -> None:
    for method in ("GET", "POST"):
        assert (await visitor.request(method, "/confirm/%00")).status_code == 404


async def test_an_old_link_confirms_nothing(visitor: httpx.AsyncClient, store: Store, site: Console) -> None:
    site.now += timedelta(days=14)
    assert (await visitor.post(PAGE)).status_code == 404
    assert state(store) == "done"


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("en-GB,en;q=0.8", "en"),
        ("fr-BE, en;q=0.7, nl;q=0.3", "fr"),
        ("de, en;q=0.7, nl;q=0.3", "en"),
        ("en;q=0.3,nl;q=0.7", "nl"),
        ("de", "nl"),
        ("en;q=0", "nl"),
        ("en;q=high", "nl"),
        ("", "nl"),
    ],
)
async def test_the_page_speaks_dutch_french_or_english(wanted: str, language: str, visitor: httpx.AsyncClient) -> None:
    answer = await visitor.get(PAGE, headers={"Accept-Language": wanted})
    assert f'<html lang="{language}">' in answer.text
    assert ("Yes, this was done" in answer.text) is (language == "en")


@pytest.mark.browser
async def test_a_colleague_without_scripts_taps_once(browser: Browser, sqlite_store: Store) -> None:
    store, site = sqlite_store, Console(sqlite_store, BEGINNING + timedelta(days=1))
    add_mission(store, site.now)
    context = await browser.new_context(java_script_enabled=False, locale="nl-BE")
    page = await context.new_page()
    async with served(site.app) as url:
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
