"""Enrolment: the one-use link that carries what a counsellor already knows."""

from datetime import timedelta

import pytest

from bot.i18n import Catalogues
from bot.journeys import consent
from bot.journeys.understanding import Brain
from bot.store import Store, alerts, check_ins, inbox, learners, recordings
from bot.store.tables import Alert, CheckIn, Group, GroupMember, Invitation, Organisation, Recording, Staff
from tests.fakes import stores
from tests.fakes.house import House, house
from tests.fakes.learner import Walker
from tests.journeys.conftest import onboard
from tests.journeys.test_counsellor import link
from tests.store.rows import lesson_row, showing_row

SHARED = (consent.SHARING, consent.SKILLS, consent.EXPORT, consent.MOODS)
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
    walker.shows("settings.keeps_to_oneself")


async def test_in_another_organisation_nothing_is_left_of_what_was_shared_and_nobody_reads(home: House) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    me = walker.record.id
    link(home, me)
    for kind in SHARED:
        walker.consents(kind)
    lesson = lesson_row(me, ended_at=home.clock())
    said = Recording(learner_id=me, item_id="a", showing_id="s1", file_id="V1", seconds=3, at=home.clock())
    felt = CheckIn(id="c1", learner_id=me, asked_at=home.clock(), mood=2, shared=True)
    other = Organisation(id="other", name="Other", created_at=home.clock())
    taken_on = {"acknowledged_at": home.clock(), "acknowledged_by": "sofie", "shared_with": "counsellor"}
    alert = Alert(id="a1", learner_id=me, flag="violence", shows="call", at=home.clock(), **taken_on)
    group = Group(id="g1", organisation_id=stores.HOME, name="Klas", staff_id="sofie", made_at=home.clock())
    member = GroupMember(group_id="g1", learner_id=me, since=home.clock())
    new = invitation(home, CODE, "other", staff_id=None)
    stores.add(home.store, lesson, showing_row(lesson), said, felt, other, alert, group, member, new)
    await walker.commands(f"start {CODE}")
    assert [learners.consent(home.store, me, kind) for kind in SHARED] == [False] * len(SHARED)
    assert recordings.of(home.store, me) == []
    assert [one.shared for one in check_ins.of(home.store, me)] == [False]
    assert learners.links(home.store, me) == []
    assert learners.memberships(home.store, me) == []
    open_alert = alerts.by_id(home.store, "a1")
    assert open_alert
    assert (open_alert.acknowledged_by, open_alert.acknowledged_at, open_alert.shared_with) == (None, None, None)
    await walker.presses("menu.counsellor")
    await walker.says("Wie leest dit?")
    walker.shows("counsellor.kept")


@pytest.mark.parametrize("shares", [True, False])
async def test_who_opens_the_link_of_another_counsellor_is_told_what_this_one_sees(home: House, shares: bool) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    walker.consents(consent.SHARING, given=shares)
    me = walker.record.id
    link(home, me)
    alone = Alert(id="a1", learner_id=me, flag="violence", shows="call", shared_with="counsellor", at=home.clock())
    stores.add(home.store, alone, stores.staff_row("lien"), invitation(home, CODE, stores.HOME, staff_id="lien"))
    home.clock.forward(seconds=1)
    await walker.commands(f"start {CODE}")
    walker.shows("handing_over.now")
    walker.shows("handing_over.stays")
    (walker.shows if shares else walker.does_not_show)("handing_over.sees")
    found = alerts.by_id(home.store, "a1")
    assert found
    assert found.shared_with is None
    counsellor = learners.counsellor(home.store, me)
    assert counsellor
    assert counsellor.id == "lien"


@pytest.mark.parametrize("changes", [{"role": "coordinator"}, {"disabled_at": stores.BEGINNING}])
async def test_the_link_of_who_works_with_no_learners_any_more_names_nobody(
    home: House, changes: dict[str, object]
) -> None:
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    lien = stores.staff_row("lien", **changes)
    stores.add(home.store, lien, invitation(home, CODE, stores.HOME, staff_id="lien"))
    await walker.commands(f"start {CODE}")
    walker.does_not_show("handing_over.now")
    assert learners.links(home.store, walker.record.id) == []


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
