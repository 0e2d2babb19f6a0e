"""A coordinator writes, and sees on a phone beside the form what learners will get; taps it through as they would."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from bot.store import drafts
from bot.store.people import Role
from bot.store.staff_sessions import IDLE
from tests.console.desks import Console
from tests.console.journeys.conftest import as_staff, somebody
from tests.console.journeys.test_barriers import LOOKS, faults
from tests.fakes.axe import barriers
from tests.fakes.forms import first_form
from tests.fakes.screenshots import keep

ITEM = first_form("item", "choose_word")
MEET = first_form("item", "meet")
NEWS = "Je ziet een rode kruiwagen op de werf."


def phone(page: Page) -> Any:
    return page.locator("#preview-phone .phone-log")


@pytest.mark.browser
async def test_what_is_written_stands_on_the_phone_at_once(site: Console, url: str, browser: Browser) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR), **LOOKS["desk"])
    page = await context.new_page()
    await page.goto(f"/studio/entries/{ITEM.id}/edit")
    await expect(phone(page)).to_contain_text(ITEM.body["body"]["situation"])
    await page.locator("[name=situation]").fill(NEWS)
    await expect(phone(page)).to_contain_text(NEWS)
    await page.locator("[name=situation]").fill("")
    await expect(page.locator("#preview-phone .note")).to_be_visible()
    await expect(phone(page)).to_contain_text(NEWS)
    right = ITEM.body["body"]["right"]
    await page.locator(f"button[name=tap][value$=':{right}']").click()
    await expect(phone(page)).to_contain_text("✅")
    assert await barriers(page) == []
    await keep(page, "preview-beside")
    assert drafts.of(site.store, ITEM.id) is None
    await context.close()


@pytest.mark.browser
async def test_who_was_logged_out_while_typing_reads_so_and_loses_nothing(
    site: Console, url: str, browser: Browser
) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR), **LOOKS["desk"])
    page = await context.new_page()
    await page.goto(f"/studio/entries/{ITEM.id}/edit")
    await expect(phone(page)).to_contain_text(ITEM.body["body"]["situation"])
    site.now += IDLE + timedelta(minutes=1)
    await page.locator("[name=situation]").fill(NEWS)
    trouble = page.locator("#trouble")
    await expect(trouble).to_contain_text("Je was afgemeld")
    await expect(page.locator("[name=situation]")).to_have_value(NEWS)
    assert await barriers(page) == []
    await keep(page, "logged-out-while-typing")
    await page.get_by_role("button", name="Bewaar als ontwerp").click()
    texts = [await one.input_value() for one in await page.locator("textarea[readonly]").all()]
    assert NEWS in texts
    await keep(page, "logged-out")
    assert await trouble.text_content() == ""
    await context.close()


@pytest.mark.browser
async def test_what_is_new_appears_once_it_is_whole(site: Console, url: str, browser: Browser) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR), **LOOKS["desk"])
    page = await context.new_page()
    await page.goto(f"/studio/new?kind=item&unit={MEET.body['unit']}&type=meet")
    await expect(page.locator("#preview-phone .note")).to_be_visible()
    for name in ("situation", "word", "meaning", "example"):
        await page.locator(f"[name={name}]").fill(MEET.body["body"][name])
    await expect(phone(page)).to_contain_text(MEET.body["body"]["meaning"])
    await page.locator("[name=language]").select_option("ar")
    await expect(phone(page)).to_have_attribute("dir", "rtl")
    await page.locator("button[name=tap]").first.click()
    await expect(phone(page)).to_contain_text("👍")
    await context.close()


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
async def test_it_is_played_in_another_language(look: str, site: Console, url: str, browser: Browser) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR), **LOOKS[look])
    page = await context.new_page()
    assert await faults(page, f"/studio/preview/item/{ITEM.id}") == []
    await page.locator("[name=language]").select_option("ar")
    await expect(phone(page)).to_have_attribute("dir", "rtl")
    await page.locator("[name=text]").fill("xyzzy")
    await page.keyboard.press("Enter")
    await expect(page.locator(".phone-message.own")).to_contain_text("xyzzy")
    assert await barriers(page) == []
    await keep(page, f"preview-{look}")
    await context.close()
