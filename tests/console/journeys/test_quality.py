"""The quality numbers in a real browser: from what stands out to the exercise, with figures that anybody can read."""

import pytest
from playwright.async_api import Browser

from bot.journeys import quality
from bot.learning.items import Grade
from bot.store.people import Role
from bot.store.tables import NotUnderstood
from tests.console.desks import Console
from tests.console.journeys.conftest import as_staff, somebody
from tests.console.journeys.test_barriers import LOOKS, faults
from tests.fakes.met import HELMET, LATER, helmets
from tests.fakes.screenshots import keep
from tests.fakes.stores import BEGINNING, add

WHAT_STANDS_OUT = "wordt vaker aangetikt"


@pytest.fixture
def counted(site: Console) -> Console:
    """The demo, with a helmet that misleads speakers of Arabic, and messages that were not understood."""
    site.now = LATER
    helmets(site.store, [Grade.WRONG] * 50 + [Grade.RIGHT] * 10 + [Grade.UNKNOWN] * 5 + [None] * 10)
    helmets(site.store, [Grade.RIGHT] * 20 + [Grade.WRONG] * 5, "uk")
    for number in range(12):
        guessed = ["pause", "ask_tip/contract"] if number % 3 else []
        row = NotUnderstood(id=f"n{number}", language=("ar", "uk")[number % 2], guessed=guessed, at=BEGINNING)
        add(site.store, row)
    for _ in quality.count_all(site.store, site.desk.courses.current(), LATER):
        pass
    return site


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
async def test_a_coordinator_finds_what_misleads(look: str, counted: Console, url: str, browser: Browser) -> None:
    griet = somebody(counted.store, Role.COORDINATOR)
    unit = counted.desk.courses.current().items[HELMET].unit
    context = await as_staff(browser, counted, url, griet, **LOOKS[look])
    page = await context.new_page()
    found = {
        path: await faults(page, path)
        for path in ("/studio/not-understood", f"/studio/quality/{HELMET}", f"/studio/quality?unit={unit}")
    }
    assert not any(found.values()), found
    await page.goto("/studio/quality")
    await keep(page, f"{look}-quality")
    first = page.locator("ol li").first
    assert WHAT_STANDS_OUT in await first.inner_text()
    await first.get_by_role("link").click()
    await page.wait_for_url(f"**/{HELMET}")
    table = page.locator("figure").first
    await table.get_by_text("Toon als tabel").click()
    assert "fout" in await table.locator("table").inner_text()
    await keep(page, f"{look}-quality-item")
    await page.goto("/studio/not-understood")
    await keep(page, f"{look}-not-understood")
    await context.close()
