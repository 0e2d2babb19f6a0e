"""Every page in a real browser, on a phone and in the dark too: nothing that keeps somebody from using it."""

from typing import Any

import pytest
from playwright.async_api import Browser, Page

from bot.store.people import Role
from tests.console.desks import Console
from tests.console.journeys.addresses import addresses
from tests.console.journeys.conftest import as_staff, somebody
from tests.fakes.axe import barriers
from tests.fakes.screenshots import keep

LOOKS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
}

WALKS = [
    *(("desk", role) for role in Role),
    ("phone", Role.COUNSELLOR),
    ("phone", Role.ADMINISTRATOR),
    ("phone", Role.COORDINATOR),
    ("dark", Role.COUNSELLOR),
    ("dark", Role.LEAD),
    ("dark", Role.COORDINATOR),
]
"""Everybody's pages as they are wide and light; between them, those of a walk in another look are all there is."""


async def wider_than_the_screen(page: Page) -> bool:
    """Whether somebody must scroll sideways to read."""
    return bool(await page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"))


async def faults(page: Page, path: str) -> list[str]:
    """What is wrong with one page."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(f"script: {error}"))
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    answer = await page.goto(path)
    assert answer is not None
    if answer.status != 200:
        return [f"is answered {answer.status}"]
    headings = await page.locator("h1").count()
    found = [*said, *await barriers(page), *([] if headings == 1 else [f"has {headings} h1"])]
    return [*found, "is wider than the screen"] if await wider_than_the_screen(page) else found


@pytest.mark.browser
@pytest.mark.parametrize(("look", "role"), WALKS)
async def test_nothing_keeps_anybody_out(look: str, role: Role, site: Console, url: str, browser: Browser) -> None:
    member = somebody(site.store, role)
    context = await as_staff(browser, site, url, member, **LOOKS[look])
    found: dict[str, list[str]] = {}
    for path in addresses(site.store, member, site.now):
        page = await context.new_page()
        if wrong := await faults(page, path):
            found[path] = wrong
        await keep(page, f"{look}-{role}{path.replace('/', '-')}")
        await page.close()
    await context.close()
    assert found == {}


@pytest.mark.browser
async def test_on_a_phone_the_frame_is_no_taller_on_a_short_page(site: Console, url: str, browser: Browser) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COUNSELLOR), **LOOKS["phone"])
    page = await context.new_page()
    heights = []
    for path in ("/today", "/groups"):
        await page.goto(path)
        box = await page.locator("header").bounding_box()
        assert box is not None
        heights.append(box["height"])
    assert heights[0] == heights[1]
    await context.close()
