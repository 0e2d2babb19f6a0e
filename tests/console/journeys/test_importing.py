"""A coordinator brings in a workbook: mistakes are told with their cells, then it is taken in; also without script."""

import pytest
from playwright.async_api import Browser, Page, expect

from bot.store import drafts
from bot.store.people import Role
from tests.catalogue.exchange.files import MEET, saved, sheet, workbook
from tests.catalogue.exchange.mistakes import MISTAKES, mistaken
from tests.console.desks import Console
from tests.console.journeys.conftest import as_staff, somebody
from tests.console.journeys.test_barriers import LOOKS, wider_than_the_screen
from tests.fakes.axe import barriers
from tests.fakes.screenshots import keep

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def many(count: int) -> bytes:
    """A workbook that takes several steps."""
    rows = ({**MEET, "id": f"care.comfort.meet_{number}", "word": f"woord {number}"} for number in range(count))
    return saved(workbook(meet=sheet(*rows)))


async def send(page: Page, name: str, content: bytes) -> None:
    await page.goto("/studio/import")
    await page.set_input_files("input[type=file]", {"name": name, "mimeType": XLSX, "buffer": content})
    await page.get_by_role("button", name="Kijk het bestand na").click()


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
async def test_every_mistake_is_told_with_its_cell(look: str, site: Console, url: str, browser: Browser) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR), **LOOKS[look])
    page = await context.new_page()
    await send(page, "fouten.xlsx", mistaken())
    await expect(page.locator("tbody tr")).to_have_count(len(MISTAKES))
    for cell in MISTAKES:
        await expect(page.locator("tbody th", has_text=f"meet {cell}").first).to_be_visible()
    await expect(page.get_by_role("button", name="Overnemen")).to_have_count(0)
    assert not await barriers(page)
    assert not await wider_than_the_screen(page)
    await keep(page, f"{look}-import-faults")
    await context.close()
    assert not drafts.all_of(site.store)


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
async def test_a_long_file_is_looked_through_and_taken_in(
    script: bool, site: Console, url: str, browser: Browser
) -> None:
    member = somebody(site.store, Role.COORDINATOR)
    context = await as_staff(browser, site, url, member, java_script_enabled=script)
    page = await context.new_page()
    before = len(drafts.all_of(site.store))
    await send(page, "veel.xlsx", many(600))
    await page.get_by_role("button", name="Overnemen als 600 ontwerpen").click()
    await expect(page.get_by_text("Overgenomen als ontwerpen.")).to_be_visible()
    await context.close()
    assert len(drafts.all_of(site.store)) == before + 600
