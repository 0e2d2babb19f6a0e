"""Five things that a counsellor does, in a real browser before the demo's people."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect
from sqlalchemy import select

from bot.store import Store, alerts, credentials
from bot.store.people import Role
from bot.store.tables import Alert, AssignedUnit, Broadcast, Caseload, Group, GroupMember, Invitation, Learner, Message
from tests.console.access.entering import PASSWORD, SECRET, code, kept
from tests.console.desks import Console
from tests.console.journeys.conftest import as_staff, somebody
from tests.fakes.screenshots import keep
from tests.fakes.stores import outbox_rows

pytestmark = pytest.mark.browser


@pytest.fixture
async def page(browser: Browser, site: Console, url: str) -> AsyncIterator[Page]:
    """A counsellor's browser, logged in."""
    context = await as_staff(browser, site, url, somebody(site.store, Role.COUNSELLOR))
    yield await context.new_page()
    await context.close()


def one(store: Store, statement: Any) -> Any:
    """The first row that a statement finds."""
    with store.reading() as session:
        return session.scalars(statement).first()


def theirs(site: Console) -> Learner:
    """A learner of the counsellor."""
    member = somebody(site.store, Role.COUNSELLOR)
    found = one(
        site.store,
        select(Learner)
        .join(Caseload)
        .where(Caseload.staff_id == member.id, Learner.language == "ar")
        .order_by(Learner.id),
    )
    assert isinstance(found, Learner)
    return found


async def test_from_the_password_to_a_call_that_is_done(browser: Browser, site: Console, url: str) -> None:
    member = somebody(site.store, Role.COUNSELLOR)
    with_credential(site.store, member.id, site)
    context = await browser.new_context(base_url=url, locale="nl-BE")
    page = await context.new_page()
    await page.goto("/today")
    await page.get_by_label("E-mailadres").fill(member.email)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Aanmelden").click()
    await page.get_by_label("Code").fill(code(site.now))
    await page.get_by_role("button", name="Aanmelden").click()
    await expect(page.get_by_role("heading", name="Vandaag")).to_be_visible()
    await keep(page, "console-today")
    call = page.locator("article").filter(has=page.get_by_role("button", name="Ik bel")).first
    await call.get_by_role("button", name="Ik bel").click()
    await expect(page.locator("article", has_text=f"{member.name} nam dit op zich").first).to_be_visible()
    done = page.locator("article", has_text=f"{member.name} nam dit op zich").first
    await done.locator("summary", has_text="Afronden").click()
    await done.locator("details", has_text="Afronden").get_by_label("Wat is er gedaan?").fill("Gebeld, alles goed.")
    await done.get_by_role("button", name="Afronden").click()
    closed = one(site.store, select(Alert).where(Alert.closed_at.is_not(None), Alert.acknowledged_by == member.id))
    assert closed is not None
    assert alerts.events(site.store, closed.id)[-1].note == "Gebeld, alles goed."
    await context.close()


def with_credential(store: Store, staff_id: str, site: Console) -> None:
    """Give a member of the demo's staff a password and a second factor."""
    with store.writing() as session:
        credentials.set_password(session, staff_id, kept())
        credentials.take_away_second_factor(session, staff_id)
    credentials.begin_second_factor(store, staff_id, SECRET)
    with store.writing() as session:
        credentials.use_step(session, staff_id, 1, site.now)


async def test_something_kind_in_two_clicks_in_the_learners_language(page: Page, site: Console) -> None:
    learner = theirs(site)
    await page.goto(f"/learners/{learner.id}")
    await keep(page, "console-learner")
    await page.get_by_role("link", name="Schrijf of zeg iets").click()
    await page.locator("summary", has_text="Een zin die klaarstaat").click()
    await page.locator("#ready li").filter(has_not=page.locator("label")).first.get_by_role("button").click()
    await expect(page.get_by_role("status").first).to_have_text("Bewaard. Het gaat nu weg.")
    await keep(page, "console-thread")
    said = one(site.store, select(Message).where(Message.learner_id == learner.id).order_by(Message.at.desc()))
    (sent,) = [row for row in outbox_rows(site.store) if row.ref == said.ref]
    assert sent.language == "ar"
    assert "talk.template" in str(sent.payload)


async def test_a_learners_week_and_the_unit_that_comes_first(page: Page, site: Console) -> None:
    learner = theirs(site)
    await page.goto(f"/learners/{learner.id}")
    headings = await page.locator("h2").all_text_contents()
    assert headings.index("Brengt mee") < headings.index("Weken met oefenen")
    await expect(page.locator("svg[role=img]").first).to_be_visible()
    await page.locator("details", has_text="Toon als tabel").first.locator("summary").click()
    await expect(page.locator("table").first).to_be_visible()
    await page.get_by_label("Onderdeel dat eerst komt").select_option(index=3)
    await page.get_by_role("button", name="Kiezen", exact=True).click()
    assert one(site.store, select(AssignedUnit).where(AssignedUnit.learner_id == learner.id)) is not None
    async with page.expect_download() as waiting:
        await page.get_by_role("link", name="Blad om samen te bekijken").click()
    assert (await (await waiting.value).path()).read_bytes().startswith(b"%PDF")


async def test_day_one_sheets_for_newcomers(page: Page, site: Console) -> None:
    await page.goto("/enrol")
    for place, language in enumerate(("ar", "uk", "ti")):
        await page.locator("select[name=language]").nth(place).select_option(language)
    await keep(page, "console-enrol")
    async with page.expect_download() as waiting:
        await page.get_by_role("button", name="Bladen maken").click()
    assert (await (await waiting.value).path()).read_bytes().startswith(b"%PDF")
    with site.store.reading() as session:
        made = session.scalars(select(Invitation).where(Invitation.created_at == site.now)).all()
    assert sorted(str(one.language) for one in made) == ["ar", "ti", "uk"]


async def test_a_group_and_a_message_that_is_taken_back(page: Page, site: Console) -> None:
    await page.goto("/groups")
    await page.get_by_label("Naam van de groep").fill("Avondklas")
    await page.get_by_role("button", name="Maak de groep").click()
    group = one(site.store, select(Group).where(Group.name == "Avondklas"))
    await page.goto(f"/groups/{group.id}/members")
    for box in (await page.get_by_role("checkbox").all())[:3]:
        await box.check()
    await page.get_by_role("button", name="Voeg toe").click()
    assert one(site.store, select(GroupMember).where(GroupMember.group_id == group.id)) is not None
    await page.goto(f"/groups/{group.id}/write")
    await page.locator("li").filter(has_not=page.locator("label")).get_by_role("button").first.click()
    await expect(page.get_by_role("heading", name="Zo wordt het gelezen")).to_be_visible()
    await keep(page, "console-broadcast")
    await page.get_by_role("button", name="Zet het klaar").click()
    await page.get_by_role("button", name="Neem het terug").click()
    await expect(page.get_by_text("Niemand kreeg het").first).to_be_visible()
    assert one(site.store, select(Broadcast).where(Broadcast.cancelled_at.is_not(None))) is not None
