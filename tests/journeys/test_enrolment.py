"""Enrolment: the one-use link that carries what a counsellor already knows."""

from datetime import timedelta

import pytest

from bot.i18n import Catalogues
from bot.journeys import consent
from bot.journeys.understanding import Brain
from bot.store import Store, inbox, learners
from bot.store.tables import Invitation, Organisation, Staff
from tests.fakes import stores
from tests.fakes.house import House, house
from tests.fakes.learner import Walker
from tests.journeys.conftest import onboard

CODE = "a1B2c3D4e5F6g7H8i9J0kk"


async def test_the_link_brings_language_job_script_and_counsellor(home: House) -> None:
    invite(home, language="ar", sector="construction", script="none")
    walker = await Walker.comes(home, "ar", device="nl")
    await walker.commands(f"start {CODE}")
    walker.shows("practice.try_one")
    record = walker.record
    assert (record.language, record.sector, record.script) == ("ar", "construction", "none")
    counsellor = learners.counsellor(home.store, record.id)
    assert counsellor is not None
    assert counsellor.name == "Sofie Claes"


async def test_a_link_without_language_still_asks_it(home: House) -> None:
    invite(home, language=None)
    walker = await Walker.comes(home, "nl")
    await walker.commands(f"start {CODE}")
    walker.shows("onboarding.ask_language")


async def test_a_second_link_of_the_same_counsellor_changes_nothing_that_is_linked(home: House) -> None:
    invite(home, language="nl")
    walker = await Walker.comes(home, "nl")
    await walker.commands(f"start {CODE}")
    stores.add(home.store, invitation(home, "another" + CODE, stores.HOME))
    await walker.commands(f"start another{CODE}")
    assert walker.new
    assert inbox.parked(home.store) == []
    counsellor = learners.counsellor(home.store, walker.record.id)
    assert counsellor is not None
    assert counsellor.id == "sofie"


async def test_a_link_of_another_organisation_takes_no_agreement_along(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    walker.consents(consent.SHARING)
    other = Organisation(id="other", name="Other", created_at=home.clock())
    stores.add(home.store, other, invitation(home, CODE, "other", staff_id=None))
    await walker.commands(f"start {CODE}")
    assert walker.record.organisation_id == "other"
    assert learners.consent(home.store, walker.record.id, consent.SHARING) is False


@pytest.mark.parametrize("why", ["used", "old", "unknown"])
async def test_a_link_that_is_not_valid_says_so_and_the_door_stays_open(home: House, why: str) -> None:
    if why != "unknown":
        invite(home, used_at=home.clock() if why == "used" else None, days=-1 if why == "old" else 30)
    walker = await Walker.comes(home, "nl")
    await walker.commands(f"start {CODE}")
    walker.shows("enrolment.link_not_valid")
    walker.shows("onboarding.ask_language")


async def test_by_invitation_only_a_stranger_is_told_whom_to_ask(
    sqlite_store: Store, brain: Brain, catalogues: Catalogues
) -> None:
    async with house(sqlite_store, brain, catalogues, open_to_all=False) as closed:
        invite(closed, language="nl")
        stranger = await Walker.comes(closed, "nl")
        await stranger.says("hallo")
        stranger.shows("enrolment.needs_invitation")
        stranger.does_not_show("onboarding.ask_language")
        await stranger.commands(f"start {CODE}")
        stranger.shows("practice.try_one")
        other = await Walker.comes(closed, "nl", name="Bilal")
        await other.commands(f"start {CODE}")
        other.shows("enrolment.link_not_valid")
        other.shows("enrolment.needs_invitation")


def invite(house: House, days: int = 30, **known: object) -> None:
    """An invitation by a counsellor."""
    now = house.clock()
    sofie = Staff(
        id="sofie",
        organisation_id=stores.HOME,
        name="Sofie Claes",
        email="sofie@example.org",
        role="counsellor",
        created_at=now,
    )
    stores.add(house.store, sofie, invitation(house, CODE, stores.HOME, days, **known))


def invitation(house: House, code: str, organisation_id: str, days: int = 30, **known: object) -> Invitation:
    """A link that is not kept yet."""
    now = house.clock()
    values = {"staff_id": "sofie", "created_at": now, "expires_at": now + timedelta(days=days), **known}
    return Invitation(code=code, organisation_id=organisation_id, **values)
