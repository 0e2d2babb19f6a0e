"""The panel for faults, in a real browser."""

import pytest
from playwright.async_api import Browser, expect
from telegram import Bot
from telegram.error import NetworkError

from tests.fakes.browser import browser
from tests.fakes.phones import Handset
from tests.simulator.world import TOKEN

__all__ = ["browser"]


@pytest.mark.browser
async def test_a_fault_is_switched_on_seen_and_cleared(browser: Browser, bot: Bot, phone: Handset, url: str) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    await page.goto(f"{url}/phone")

    await page.get_by_role("button", name="Faults").click()
    panel = page.get_by_role("dialog", name="Faults")
    await expect(panel.get_by_text("Nothing: the simulator behaves.")).to_be_visible()
    await panel.get_by_label("Fault").select_option("Answer 500")
    await panel.get_by_label("Phone").select_option("Amina")
    await panel.get_by_label("Times").fill("2")
    await expect(panel.get_by_label("Seconds")).to_be_disabled()
    await panel.get_by_role("button", name="Switch on").click()

    fault = panel.locator(".faults-list li")
    await expect(fault).to_contain_text("Answer 500")
    await expect(fault).to_contain_text("Amina · 2 left")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(phone.id, "Dag")
    await expect(fault).to_contain_text("1 left")
    await expect(panel.locator(".faults-calls li").first).to_contain_text("sendMessage")
    await expect(panel.locator(".faults-calls li").first).to_contain_text("500 · error_500")

    await phone.client.post(f"/bot{TOKEN}/getMe", json={"strange": 1})
    await expect(panel.locator(".faults-calls")).to_contain_text("200 · unknown: strange")
    await panel.get_by_role("button", name="Clear: Answer 500").click()
    await expect(fault).to_have_count(0)
    assert (await bot.send_message(phone.id, "Dag")).text == "Dag"
    await panel.get_by_role("button", name="Close").click()
    await expect(panel).to_be_hidden()
    assert problems == []
    await context.close()


@pytest.mark.browser
async def test_the_panel_fits_a_small_screen(browser: Browser, bot: Bot, phone: Handset, url: str) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    page = await context.new_page()
    await page.goto(f"{url}/phone")

    await page.get_by_role("button", name="Faults").click()

    box = await page.get_by_role("dialog", name="Faults").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["width"] <= 390
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await context.close()
