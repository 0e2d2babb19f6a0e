"""The panel beside a phone: what the bot understood of its messages."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.simulator import create_app
from tests.fakes.browser import browser
from tests.fakes.phones import Handset
from tests.fakes.served import served
from tests.simulator.world import Clock, called_bot, plain_client

__all__ = ["browser"]


class Bot:
    """Says what it understood, as the bot process does."""

    def __init__(self) -> None:
        self.turns: dict[int, list[dict[str, Any]]] = {}

    async def __call__(self, chat: int) -> list[dict[str, Any]]:
        return self.turns.get(chat, [])


def turn(message_id: int, **changes: Any) -> dict[str, Any]:
    reading = {"intent": "ask_tip", "topic": "contract", "confidence": 0.31}
    guess = {"intent": "pause", "topic": None, "confidence": 0.2}
    values: dict[str, Any] = {"kind": "text", "intent": "out_of_scope", "topic": None, "flag": None, "confidence": 0.31}
    values |= {"reading": reading, "guesses": [guess], "milliseconds": 12.3, "journey": "help"}
    return {"message_id": message_id, **values, **changes}


@pytest.fixture
def answers() -> Bot:
    return Bot()


@pytest_asyncio.fixture
async def address(clock: Clock, answers: Bot) -> AsyncIterator[str]:
    async with served(create_app(None, clock, understood=answers)) as url:
        yield url


@pytest_asyncio.fixture
async def amina(address: str) -> AsyncIterator[Handset]:
    async with called_bot(address) as bot, plain_client(address) as client:
        await bot.get_me()
        yield await Handset.new(client, "Amina", "ar")


async def test_the_page_asks_its_own_server(amina: Handset, answers: Bot) -> None:
    answers.turns[amina.id] = [turn(1)]
    answer = await amina.client.get(f"/phone/api/phones/{amina.id}/understood")
    assert answer.json() == [turn(1)]
    assert (await amina.client.get("/phone/api/phones/99/understood")).status_code == 404


async def test_without_a_bot_to_ask_there_is_nothing(client: httpx.AsyncClient, phone: Handset) -> None:
    answer = await client.get(f"/phone/api/phones/{phone.id}/understood")
    assert (answer.status_code, answer.json()) == (200, None)


@pytest.mark.browser
async def test_beside_the_phone_it_shows_how_each_message_was_taken(
    browser: Browser, address: str, amina: Handset, answers: Bot
) -> None:
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    await page.goto(f"{address}/phone")
    panel = page.locator(".understood")
    await expect(panel.get_by_text("Nothing yet")).to_be_visible()

    answers.turns[amina.id] = [turn(1), turn(2, reading=None, guesses=[], milliseconds=None, flag="violence")]
    await amina.says("عقد؟")
    await amina.says("/help")
    turns = panel.get_by_role("listitem")
    await expect(turns).to_have_count(2)
    await expect(turns.last).to_contain_text("عقد؟")
    for words in ("ask_tip / contract, 31 %", "pause, 20 %", "out_of_scope", "12.3 ms", "help"):
        await expect(turns.last).to_contain_text(words)
    await expect(turns.first).to_contain_text("already understood")
    await expect(turns.first.locator(".understood-flag")).to_have_text("violence")

    beside, frame = await panel.bounding_box(), await page.locator(".frame").bounding_box()
    assert beside
    assert frame
    assert beside["x"] >= frame["x"] + frame["width"]
    assert problems == []
    await context.close()


@pytest.mark.browser
async def test_on_a_small_screen_it_is_closed_and_opened_by_keyboard(
    browser: Browser, address: str, amina: Handset, answers: Bot
) -> None:
    answers.turns[amina.id] = [turn(1)]
    await amina.says("hallo")
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    page = await context.new_page()
    await page.goto(f"{address}/phone")
    summary = page.get_by_text("What did it understand?")
    await expect(summary).to_be_visible()
    await expect(page.get_by_role("list", name="What it understood")).to_be_hidden()
    await summary.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("list", name="What it understood").get_by_role("listitem")).to_have_count(1)
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("list", name="What it understood")).to_be_hidden()
    await context.close()
