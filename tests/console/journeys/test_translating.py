"""A coordinator translates in a browser: what does not fit is told beside the field, and what is saved is said."""

from typing import Any

import pytest
from playwright.async_api import Browser, expect

from bot.catalogue.translating.own_words import OwnWords
from bot.i18n import Catalogues, Content
from bot.settings import LOCALES
from bot.store.people import Role
from tests.console.desks import Console
from tests.console.journeys.conftest import as_staff, somebody
from tests.fakes.axe import barriers

pytestmark = pytest.mark.browser

AT = "/studio/translation/ar"
CONTEXT = "tip.late_absence.say_when.title"


async def test_a_line_is_mended_and_said_to_learners(browser: Browser, site: Console, url: str) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR))
    page = await context.new_page()
    await page.goto(f"{AT}?words={CONTEXT}")
    line = page.locator("article").filter(has_text=CONTEXT)
    typed = line.locator("textarea")
    await typed.fill("كلمة {wie}")
    await line.locator("button").first.click()
    await expect(line.get_by_text("{wie}", exact=False).first).to_be_visible()
    await expect(typed).to_have_attribute("aria-invalid", "true")
    await expect(typed).to_have_value("كلمة {wie}")
    await typed.fill("كلمة")
    await line.locator("input[name=reviewer]").fill("Laila")
    await line.locator("button").first.click()
    await expect(line.locator(".note.good")).to_be_visible()
    await expect(line.locator("button").first).to_be_focused()
    assert await barriers(page) == []
    source = next(one.source[0] for one in site.translating.lines("ar") if one.phrase.context == CONTEXT)
    spoken = Catalogues.load(LOCALES, OwnWords(site.store, lambda: site.now))
    assert "كلمة" in spoken.plain(Content(CONTEXT, source), "ar")
    assert spoken.reviewed(Content(CONTEXT, source), "ar")
    await context.close()


@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"viewport": {"width": 360, "height": 640}}, {"java_script_enabled": False}],
    ids=["light", "dark", "phone", "without script"],
)
async def test_the_pages_keep_nobody_out(browser: Browser, site: Console, url: str, options: dict[str, Any]) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR), **options)
    page = await context.new_page()
    for path in ("/studio/translation", f"{AT}?part=messages", f"{AT}/files"):
        await page.goto(path)
        width = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0, f"{path} is {width} pixels too wide"
        if options.get("java_script_enabled", True):
            assert await barriers(page) == []
    await context.close()
