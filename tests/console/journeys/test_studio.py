"""From a teacher's idea to a learner's phone, and back: edit, preview, review by a colleague, publish, roll back."""

import re

import pytest
from playwright.async_api import Browser, Page, expect

from bot.store.people import Role
from bot.store.tables import Consent
from tests.console.desks import Console, add_staff, catalogues
from tests.console.journeys.conftest import as_staff, somebody
from tests.fakes.house import House, house
from tests.fakes.learner import Walker
from tests.fakes.quick_brain import QuickBrain
from tests.fakes.screenshots import keep
from tests.fakes.stores import BEGINNING, add, learner_row

UNIT = "construction.site"
NEWS = "Iedereen luistert naar Els. Wat is zij op de werf?"

pytestmark = pytest.mark.browser


async def first_question(home: House, name: str) -> tuple[str, str]:
    """Somebody new begins the unit. Returns which item they get first, and what their phone shows of it."""
    walker = await Walker.comes(home, "nl", name=name)
    learner = learner_row(walker.handset.id, language="nl", level="A1")
    add(home.store, learner, Consent(learner_id=learner.id, kind="record", given=True, notice="1", at=BEGINNING))
    await walker.commands("help")
    await walker.taps_once_more(f"path:-:practise-{UNIT}")
    await walker.looks()
    return walker.open_item()[0].id, (await walker.handset.last())["text"]


async def saves(page: Page, entry: str) -> None:
    """Write the situation anew, see it on the phone beside it, and keep it as a draft."""
    await page.goto("/studio")
    await page.get_by_role("searchbox").fill(entry)
    await page.keyboard.press("Enter")
    await page.locator("main li h2 a").first.click()
    await page.get_by_role("link", name="Bewerken").click()
    await page.locator("[name=situation]").fill(NEWS)
    await expect(page.locator("#preview-phone .phone-log")).to_contain_text(NEWS)
    await keep(page, "studio-edit")
    await page.get_by_label("Waarom verander je dit?").fill("Duidelijker")
    await page.get_by_role("button", name="Bewaar als ontwerp").click()
    await expect(page.get_by_role("status")).to_contain_text("Bewaard als ontwerp")
    await keep(page, "studio-draft")


async def approves(page: Page) -> None:
    """Find what waits, say something of it, and find it good."""
    await page.goto("/studio")
    await keep(page, "studio-to-read")
    await page.locator("section", has_text="Voor jou om te lezen").locator("li a").first.click()
    await expect(page.locator("ins").first).to_be_visible()
    await page.locator("summary", has_text="Opmerking maken").click()
    await page.get_by_label("Wat wil je zeggen?").fill("Mooi zo")
    await page.get_by_role("button", name="Opmerking maken").click()
    await page.get_by_role("button", name="Goedkeuren").click()
    await expect(page.locator(".badge", has_text="Goedgekeurd").first).to_be_visible()


async def publishes(page: Page, entry: str) -> None:
    """Publish what a colleague found good, once what they said of it is settled."""
    await page.goto(f"/studio/entries/{entry}")
    await page.get_by_role("button", name="Is in orde").click()
    await expect(page.get_by_text("Afgehandeld")).to_be_visible()
    await page.get_by_role("link", name="Publiceren").click()
    await keep(page, "studio-publish")
    await page.get_by_role("button", name="Publiceren").click()
    await expect(page.get_by_role("status")).to_contain_text("Gepubliceerd")


async def rolls_back(page: Page, entry: str) -> None:
    await page.goto(f"/studio/entries/{entry}")
    await page.get_by_role("button", name=re.compile("Ga terug naar deze versie")).last.click()
    await expect(page.get_by_role("status")).to_contain_text("Gepubliceerd")
    await keep(page, "studio-history")


async def test_a_change_reaches_learners_and_is_taken_back(site: Console, url: str, browser: Browser) -> None:
    nadia = somebody(site.store, Role.COORDINATOR)
    piet = add_staff(site.store, "piet", "coordinator", language="nl")
    hers, his = [await as_staff(browser, site, url, one) for one in (nadia, piet)]
    page, reading = await hers.new_page(), await his.new_page()
    async with house(site.store, QuickBrain(), catalogues()) as home:
        entry, before = await first_question(home, "Amina")
        await saves(page, entry)
        assert await first_question(home, "Bilal") == (entry, before)
        await page.locator("summary", has_text="Laat een collega lezen").click()
        await page.get_by_role("button", name="Laat een collega lezen").click()
        await approves(reading)
        await publishes(page, entry)
        home.clock.forward(seconds=2)
        assert NEWS in (await first_question(home, "Chen"))[1]
        await rolls_back(page, entry)
        home.clock.forward(seconds=2)
        assert await first_question(home, "Dina") == (entry, before)
    await hers.close()
    await his.close()
