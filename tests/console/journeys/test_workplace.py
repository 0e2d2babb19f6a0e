"""The words of a workplace in a real browser: on a phone, by a link, with a photo and a microphone."""

import re
from io import BytesIO
from random import Random

import pytest
from PIL import Image
from playwright.async_api import Browser, expect

from bot.store import people, workplaces
from bot.store.people import Role
from bot.store.tables import Staff, Team
from tests.console.desks import Console
from tests.console.journeys.conftest import as_staff, somebody
from tests.console.journeys.test_barriers import LOOKS, faults
from tests.console.journeys.test_media import MICROPHONE
from tests.fakes.screenshots import keep
from tests.fakes.workplaces import begun, written


def team(site: Console, counsellor: Staff) -> Team:
    """A team for which the counsellor may write."""
    if not workplaces.teams(site.store, counsellor):
        home = people.organisation_name(site.store, counsellor.organisation_id)
        people.add_team(site.store, home, "Depot", Random(1))
    return workplaces.teams(site.store, counsellor)[0]


def large() -> bytes:
    """A photo as large as a phone takes it."""
    file = BytesIO()
    Image.effect_noise((4000, 3000), 50).convert("RGB").save(file, "JPEG", quality=95)
    return file.getvalue()


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
async def test_nothing_keeps_anybody_out(look: str, site: Console, url: str, browser: Browser) -> None:
    counsellor, coordinator = somebody(site.store, Role.COUNSELLOR), somebody(site.store, Role.COORDINATOR)
    here = team(site, counsellor).id
    writing, waiting = (begun(site.store, counsellor, site.now, here, seed) for seed in (1, 2))
    written(site.store, counsellor, writing, send=False)
    written(site.store, counsellor, waiting)
    found = {}
    for member in (counsellor, coordinator):
        context = await as_staff(browser, site, url, member, **LOOKS[look])
        for path in ("/workplaces", f"/workplaces/{writing.id}", f"/workplaces/{waiting.id}", "/workplaces/card"):
            page = await context.new_page()
            if wrong := await faults(page, path):
                found[path] = wrong
            await keep(page, f"{look}-{member.role}{path.replace('/', '-')}")
            await page.close()
        await context.close()
    assert found == {}


@pytest.mark.browser
async def test_a_mentor_writes_on_a_phone_and_a_coordinator_approves(site: Console, url: str, browser: Browser) -> None:
    counsellor, coordinator = somebody(site.store, Role.COUNSELLOR), somebody(site.store, Role.COORDINATOR)
    begun_page = begun(site.store, counsellor, site.now, team(site, counsellor).id)
    desk = await as_staff(browser, site, url, counsellor)
    page = await desk.new_page()
    await page.goto(f"/workplaces/{begun_page.id}")
    await page.get_by_label("Naam van de mentor").fill("Jan")
    await page.get_by_role("button", name="Link maken").click()
    link = await page.get_by_label("Link: je ziet hem alleen nu").input_value()
    [way] = re.findall(r"/workplace/.+", link)

    phone = await browser.new_context(base_url=url, locale="nl-BE", **LOOKS["phone"])
    page = await phone.new_page()
    await page.add_init_script(MICROPHONE)
    assert await faults(page, way) == []
    await keep(page, "phone-mentor")
    first = page.get_by_role("group", name="Woord 1")
    await first.get_by_label("Woord of opdracht").fill("de heftruck")
    await first.get_by_label("Wat het betekent").fill("rijdt en tilt zware dingen")
    taken = {"name": "yard.jpg", "mimeType": "image/jpeg", "buffer": large()}
    await first.get_by_label("Foto").set_input_files(taken)  # type: ignore[arg-type]
    field = first.get_by_label("Foto")
    await page.wait_for_function("field => field.files[0].name === 'photo.jpg'", arg=await field.element_handle())
    assert await field.evaluate("field => field.files[0].size") < len(large()) / 2
    await first.get_by_role("button", name="Opnemen").click()
    await expect(first.locator("[data-time]")).to_have_text("0:01")
    await first.get_by_role("button", name="Stoppen").click()
    await expect(first.locator("[data-heard]")).to_be_visible()
    await page.get_by_role("button", name="Bewaren").click()
    await expect(page.get_by_role("img", name="Foto bij: de heftruck")).to_be_visible()
    await page.get_by_text("Meer woorden").click()
    tenth = page.get_by_role("group", name="Woord 10")
    await tenth.get_by_label("Woord of opdracht").fill("het pallet")
    await page.get_by_role("button", name="Naar de coördinator sturen").click()
    await expect(page.get_by_role("alert")).to_contain_text("nog niet verstuurd")
    await expect(tenth.get_by_text("Zeg ook wat het betekent.")).to_be_visible()
    await tenth.get_by_label("Wat het betekent").fill("houten plaat onder dozen")
    await page.get_by_role("button", name="Naar de coördinator sturen").click()
    await expect(page.get_by_role("status")).to_contain_text("Dank u.")
    await phone.close()

    studio = await as_staff(browser, site, url, coordinator)
    page = await studio.new_page()
    await page.goto("/studio")
    await page.get_by_role("link", name="1 werkplek wacht op goedkeuring").click()
    await page.get_by_role("link", name="Het magazijn").click()
    await expect(page.get_by_role("img", name="Foto bij: de heftruck")).to_be_visible()
    await page.get_by_role("button", name="Goedkeuren").click()
    await expect(page.get_by_role("status")).to_contain_text("Goedgekeurd.")
    assert await faults(page, f"/workplaces/{begun_page.id}") == []
    await studio.close()
    await desk.close()
