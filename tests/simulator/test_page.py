"""The page, in a real browser."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, expect
from telegram import Bot

from bot.speech.sound import Sound
from bot.speech.speech import Speech
from tests.fakes.browser import browser
from tests.fakes.phones import Handset
from tests.fakes.speech import talker
from tests.simulator.test_sending import KEYS, YES_NO

__all__ = ["browser"]


async def answer(bot: Bot) -> None:
    """Be a small bot: a text gets a question with buttons, a tap an edit of it."""
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=30):
            offset = update.update_id + 1
            if update.callback_query and update.callback_query.message:
                message = update.callback_query.message
                await update.callback_query.answer("Goed zo")
                await bot.edit_message_text("سؤال: <b>نعم</b>", message.chat.id, message.message_id, parse_mode="HTML")
            elif update.message and update.message.text == "/start":
                await update.message.reply_text("Welkom", reply_markup=KEYS)
            elif update.message:
                await update.message.reply_text("Is dit <b>veilig</b>?", parse_mode="HTML", reply_markup=YES_NO)


@pytest.mark.browser
async def test_a_person_writes_and_taps(browser: Browser, bot: Bot, url: str) -> None:
    answering = asyncio.create_task(answer(bot))
    context = await browser.new_context()
    page = await context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))

    await page.goto(f"{url}/phone")
    await page.get_by_role("button", name="Add a phone").click()
    await page.get_by_label("First name").fill("Amina")
    await page.get_by_label("Language of the phone").fill("ar-EG")
    await page.get_by_role("button", name="Add", exact=True).click()
    phone = page.locator(".phone")

    await phone.get_by_role("button", name="Start", exact=True).click()
    await expect(phone.locator(".from-bot .words")).to_have_text("Welkom")
    await expect(phone.locator(".keys button")).to_have_text(["Practise", "Tip", "Progress", "Settings"])

    await phone.get_by_label("Message").fill("Goedemorgen")
    await page.keyboard.press("Enter")
    question = phone.locator(".from-bot").last
    await expect(question.locator(".words b")).to_have_text("veilig")

    await question.get_by_role("button", name="Yes").click()
    await expect(question.locator(".words")).to_have_text("سؤال: نعم")
    await expect(question.locator(".words")).to_have_css("direction", "rtl")
    await expect(question.locator(".sign-edited")).to_be_visible()
    await expect(question.get_by_role("button")).to_have_count(0)
    await expect(phone.locator(".toast")).to_contain_text("Goed zo")

    await phone.get_by_role("button", name="Tip", exact=True).click()
    await expect(phone.locator(".own .words").last).to_have_text("Tip")
    assert problems == []
    answering.cancel()
    await context.close()


@pytest.mark.browser
async def test_a_small_screen_is_one_phone(browser: Browser, bot: Bot, phone: Handset, url: str) -> None:
    await bot.send_message(phone.id, "مرحبا " * 40, reply_markup=KEYS)
    other = await Handset.new(phone.client, "Olena", "uk")
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    page = await context.new_page()

    await page.goto(f"{url}/phone")

    shown = page.locator(f"#phone-{phone.id}")
    await expect(shown.locator(".words").last).to_contain_text("مرحبا")
    box = await shown.bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await expect(page.get_by_role("button", name="Add a phone")).to_be_visible()
    await page.get_by_role("button", name="Olena").click()
    await expect(page.locator(f"#phone-{other.id}")).to_be_in_viewport(ratio=0.9)
    await context.close()


async def test_the_page_allows_no_foreign_script(client: httpx.AsyncClient) -> None:
    page = await client.get("/phone")

    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]*src=)", page.text)
    for address in re.findall(r'(?:src|href)="(/[^"]+)"', page.text):
        assert (await client.get(address)).status_code == 200, address


@pytest.mark.browser
async def test_a_voice_message_is_heard(browser: Browser, bot: Bot, url: str, phone: Handset, tmp_path: Path) -> None:
    spoken = Speech(tmp_path / "sound", talker(tmp_path)).file(Sound("Zet uw helm op.", "nl"))
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{url}/phone")
    await bot.send_voice(phone.id, spoken.read_bytes(), caption="De helm")
    message = page.locator(".from-bot").last
    await expect(message.locator(".words")).to_have_text("De helm")
    await expect(message.locator(".sound-time")).to_have_text("0:02")
    await message.get_by_role("button", name="Play").click()
    await expect(message.get_by_role("progressbar", name="Position")).to_have_js_property("value", 1)
    await context.close()
