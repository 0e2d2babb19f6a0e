"""A thread in a real browser: a message is recorded and sent, and what arrives meanwhile comes by itself."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from playwright.async_api import Browser, Page, expect

from bot.console.visit import SESSION
from bot.store import Store, talk
from bot.store.tables import Learner, Staff
from tests.console.desks import Console, add_staff, logged_in
from tests.console.talks import client, wrote
from tests.fakes.browser import browser
from tests.fakes.served import served
from tests.fakes.stores import BEGINNING

__all__ = ["browser"]

TONE = """
navigator.mediaDevices.getUserMedia = async () => {
  const sound = new AudioContext();
  const tone = new OscillatorNode(sound);
  const into = sound.createMediaStreamDestination();
  tone.connect(into);
  tone.start();
  return into.stream;
};
"""
"""A microphone before which somebody whistles."""

NO_MICROPHONE = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError'); };"

pytestmark = pytest.mark.browser


@pytest.fixture
def els(sqlite_store: Store) -> Staff:
    return add_staff(sqlite_store, "els")


@pytest.fixture
def amina(sqlite_store: Store, els: Staff) -> Learner:
    return client(sqlite_store, els)


@pytest.fixture
async def page(sqlite_store: Store, browser: Browser, els: Staff) -> AsyncIterator[Page]:
    """The browser of a counsellor; nothing may go wrong in it."""
    console = Console(sqlite_store, BEGINNING + timedelta(hours=3))
    async with served(console.app) as url:
        context = await browser.new_context(base_url=url)
        await context.add_cookies([{"name": SESSION, "value": logged_in(sqlite_store, els, console.now), "url": url}])
        page, problems = await context.new_page(), list[str]()
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
        await context.close()
        assert problems == []


async def test_a_message_is_recorded_heard_and_sent(sqlite_store: Store, page: Page, amina: Learner) -> None:
    await page.add_init_script(TONE)
    await page.goto(f"/talk/{amina.id}")
    await page.get_by_text("Say it aloud").click()
    await page.get_by_role("button", name="Record", exact=True).click()
    await expect(page.get_by_role("timer")).to_have_text("0:01")
    await page.get_by_role("button", name="Stop").click()
    await expect(page.get_by_label("What you recorded")).to_be_visible()
    await page.locator("#speak").get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_text("Kept. It goes out now.")).to_be_visible()
    [message] = talk.messages(sqlite_store, amina.id)
    assert talk.sound(sqlite_store, message.id)


async def test_without_a_microphone_it_says_what_to_do(page: Page, amina: Learner) -> None:
    await page.add_init_script(NO_MICROPHONE)
    await page.goto(f"/talk/{amina.id}")
    await page.get_by_text("Say it aloud").click()
    await page.get_by_role("button", name="Record", exact=True).click()
    await expect(page.get_by_text("Allow it, or choose a file.")).to_be_visible()
    await expect(page.locator("input[type=file]")).to_be_visible()


async def test_what_arrives_comes_by_itself_and_typed_words_stay(
    sqlite_store: Store, page: Page, amina: Learner
) -> None:
    await page.clock.install()
    await page.goto(f"/talk/{amina.id}")
    await page.get_by_label("Your message").fill("Dag")
    for number in (1, 2):
        wrote(sqlite_store, amina, id=f"m{number}", text=f"Geldim {number}", at=BEGINNING + timedelta(hours=number))
        await page.clock.run_for(31_000)
        await expect(page.get_by_text(f"Geldim {number}")).to_be_visible()
    await expect(page.get_by_role("status").last).to_have_text("There is a new message.")
    await expect(page.get_by_label("Your message")).to_have_value("Dag")
