"""Pictures and recordings in a real browser: a microphone, a phone, the dark."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.speech.speech import Speech
from bot.store import drafts, studio_recordings
from bot.store.people import Role
from bot.wiring.studio_sound import recorded
from tests.console.desks import Console
from tests.console.journeys.conftest import as_staff, somebody
from tests.console.journeys.test_barriers import LOOKS, faults
from tests.fakes.screenshots import keep
from tests.fakes.speech import talker
from tests.pictures.test_sent_in import taken_in_ghent

UNIT = "/studio/media/units/construction.site"

MICROPHONE = """
navigator.mediaDevices.getUserMedia = async () => {
  const sound = new AudioContext(), tone = sound.createOscillator(), to = sound.createMediaStreamDestination();
  tone.connect(to);
  tone.start();
  return to.stream;
};
"""
"""A machine for tests has none: a tone is heard instead."""


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
async def test_nothing_keeps_a_coordinator_out(look: str, site: Console, url: str, browser: Browser) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR), **LOOKS[look])
    found = {}
    for path in (
        "/studio/media",
        "/studio/media/pictures/image.wear_helmet",
        "/studio/media/recordings?pack=nl/construction/A1",
        UNIT,
        "/studio/media/languages/ar",
    ):
        page = await context.new_page()
        if wrong := await faults(page, path):
            found[path] = wrong
        await keep(page, f"{look}-media{path.partition('?')[0].replace('/', '-')}")
        await page.close()
    await context.close()
    assert found == {}


@pytest.mark.browser
async def test_a_sentence_is_recorded_by_keyboard_and_the_next_one_is_asked_for(
    site: Console, tmp_path: Path, url: str, browser: Browser
) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR))
    site.speech = Speech(tmp_path / "sound", talker(tmp_path), studio=recorded(site.store, tmp_path / "sound"))
    page = await context.new_page()
    await page.add_init_script(MICROPHONE)
    await page.goto(UNIT)
    sentence = await page.locator(".words.lead").inner_text()
    await expect(page.locator("[data-start]")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-time]")).to_have_text("0:01")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-heard]")).to_be_visible()
    await page.get_by_label("Wie spreekt", exact=True).fill("An Peeters")
    await page.get_by_label("Wie spreekt vindt het goed").check()
    await page.get_by_role("button", name="Bewaren en verder").press("Enter")
    await expect(page.get_by_role("status")).to_contain_text("Cursisten horen dit voortaan.")
    [kept] = studio_recordings.newest(site.store, "An Peeters", 9)
    assert (kept.words, kept.slow) == (sentence, False)
    await expect(page.get_by_text("traag", exact=True).first).to_be_visible()
    await context.close()


@pytest.mark.browser
async def test_a_picture_is_put_in(site: Console, url: str, browser: Browser) -> None:
    context = await as_staff(browser, site, url, somebody(site.store, Role.COORDINATOR))
    page = await context.new_page()
    await page.goto("/studio/media")
    await page.get_by_text("Een afbeelding toevoegen").click()
    await page.get_by_label("Wat erop te zien is").fill("Een gele helm op een tafel.")
    await page.get_by_label("Wie ze maakte").fill("An Peeters")
    await page.get_by_label("Licentie").fill("CC-BY-SA-4.0")
    await page.get_by_label("Een korte naam").fill("gele helm")
    photo = {"name": "helm.jpg", "mimeType": "image/jpeg", "buffer": taken_in_ghent()}
    await page.locator("input[type=file]").set_input_files(photo)  # type: ignore[arg-type]
    await page.get_by_role("button", name="Bewaren als ontwerp").click()
    picture = page.get_by_role("img", name="Een gele helm op een tafel.")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("it => it.naturalHeight") == 640
    assert drafts.of(site.store, "image.gele_helm")
    await context.close()
