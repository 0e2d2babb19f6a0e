"""From words of danger to an alert that somebody took on and closed: with sharing and without, mails and all."""

from datetime import UTC, datetime
from random import Random

import pytest

from bot.journeys import alerts as journey
from bot.journeys import consent
from bot.journeys.alerts import AlreadyDone
from bot.safeguarding.hours import read_shifts
from bot.schedule.alerts import tell_staff
from bot.store import absences, alerts, people, talk
from bot.store.tables import Alert, Caseload, Staff
from tests.fakes import stores
from tests.fakes.course import ZONE
from tests.fakes.house import House
from tests.fakes.learner import Walker, plain
from tests.fakes.mail import LetterBox
from tests.fakes.stores import staff_row
from tests.journeys.conftest import onboard
from tests.store.test_erasing import everything

DANGER = {
    "self_harm": "ik wil niet meer leven",
    "emergency": "mijn collega is van het dak gevallen",
    "violence": "mijn man slaat mij",
    "exploitation": "mijn baas heeft mijn paspoort afgepakt",
}
URGENT = ("self_harm", "emergency")
SHIFTS = read_shifts("mon-fri 09:00-17:00")


def night(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026, in Brussels."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


class Office:
    """The staff of a house: their mail, and the clock that ticks for them."""

    def __init__(self, home: House) -> None:
        self.home, self.box = home, LetterBox()
        home.turns.shifts = SHIFTS

    async def ticks(self, at: datetime) -> list[str]:
        """The clock's next tick, at this moment. Returns who got a mail."""
        self.home.clock.now = at
        before = len(self.box.mails)
        parts = (self.home.store, self.home.courses, self.home.catalogues, SHIFTS)
        await tell_staff(*parts, self.box.post, self.home.clock)
        return self.box.to()[before:]

    def staff(self, name: str) -> Staff:
        """One of them."""
        return next(one for one in people.staff(self.home.store) if one.id == name)


@pytest.fixture
def office(home: House) -> Office:
    """Els with a stand-in, a lead and an administrator; and somebody of another organisation."""
    elsewhere = people.add_organisation(home.store, "Elsewhere", night(2, 9), Random(1))
    stores.add(
        home.store,
        staff_row("omar", language="en"),
        staff_row("els", stand_in_id="omar"),
        staff_row("ines", role="lead"),
        staff_row("adam", role="administrator"),
        staff_row("kim", role="administrator", organisation_id=elsewhere.id),
        staff_row("gone", role="administrator", disabled_at=stores.BEGINNING),
    )
    return Office(home)


async def somebody(home: House, shares: bool) -> Walker:
    """A learner of Els."""
    walker = await Walker.comes(home, "nl")
    await onboard(walker)
    walker.consents(consent.SHARING, shares)
    stores.add(home.store, Caseload(staff_id="els", learner_id=walker.record.id, since=stores.BEGINNING))
    return walker


def open_alert(walker: Walker) -> Alert:
    [alert] = talk.open_alerts(walker.house.store, walker.record.id)
    return alert


@pytest.mark.parametrize("shares", [True, False], ids=["shares", "keeps to oneself"])
@pytest.mark.parametrize("flag", DANGER)
async def test_from_the_message_to_the_closed_alert(home: House, office: Office, flag: str, shares: bool) -> None:
    walker = await somebody(home, shares)
    home.clock.now = night(23, 22)
    await walker.says(DANGER[flag])
    walker.shows("guard.heard")
    if not shares:
        assert await office.ticks(night(23, 22, 1)) == []
        assert talk.open_alerts(home.store, walker.record.id) == []
        await walker.taps("guard.button.tell")
    walker.shows("guard.told")
    walker.shows("guard.read_from")
    alert = open_alert(walker)
    assert (alert.flag, alert.shows) == (flag, flag if flag in URGENT else "call")

    at_once, further = await office.ticks(night(23, 22, 2)), await office.ticks(night(23, 22, 31))
    assert (at_once, further) == ((["els"], ["els", "omar"]) if flag in URGENT else ([], []))
    first = await office.ticks(night(24, 9, 1))
    assert first == (["els", "omar", "ines", "adam"] if flag in URGENT else ["els"])
    assert await office.ticks(night(24, 9, 2)) == []

    journey.acknowledge(home.store, alert.id, office.staff("els"), home.clock(), Random(9))
    await walker.waits_for(home.work())
    walker.shows("guard.acknowledged")
    assert walker.last["silent"]
    assert plain(walker.last["text"]).startswith(plain(walker.words("guard.neutral")))
    assert "Els" in walker.last["text"]
    assert await office.ticks(night(24, 16)) == []
    assert await office.ticks(night(25, 9)) == ["els"]

    journey.close(home.store, alert.id, office.staff("els"), "Gebeld, afspraak donderdag", home.clock())
    assert await office.ticks(night(26, 9)) == []
    assert talk.open_alerts(home.store, walker.record.id) == []
    events = alerts.events(home.store, alert.id)
    assert [(event.what, event.staff_id) for event in events] == [
        ("raised", None),
        ("acknowledged", "els"),
        ("closed", "els"),
    ]
    assert events[-1].note == "Gebeld, afspraak donderdag"
    await nothing_of_it_is_anywhere(walker, office, DANGER[flag])


async def nothing_of_it_is_anywhere(walker: Walker, office: Office, words: str) -> None:
    """Neither words nor the learner's name went out by mail, and no row keeps the words."""
    mails = " ".join(part for mail in office.box.mails for part in mail)
    assert not any(word in mails for word in (words, "Amina", str(walker.handset.id)))
    assert [where for where, value in everything(walker.house.store) if words in value and "entry" not in where] == []


async def test_a_mail_says_no_more_than_everybody_may_read(home: House, office: Office) -> None:
    walker = await somebody(home, shares=True)
    home.clock.now = night(23, 10)
    await walker.says(DANGER["exploitation"])
    alert = open_alert(walker)
    await office.ticks(night(23, 10))
    await walker.taps("guard.button.why")
    await walker.taps("guard.button.team")
    await office.ticks(night(23, 10, 30))
    [(_, subject, before), *_, (to, _, after)] = office.box.mails
    assert subject == "Werkmaat: iemand vraagt om een telefoontje"
    assert before == (
        "Een cursist van jou vraagt om gebeld te worden.\n"
        f"Open Werkmaat, of typ: werkmaat alert list --as els@example.org (nummer {alert.id}).\n"
    )
    assert (to, after.splitlines()[:2]) == (
        "omar@example.org",
        ["A learner of yours asks for a call.", "Reason: exploitation at work."],
    )


async def test_a_learner_is_told_once_and_staff_cannot_both_take_it_on(home: House, office: Office) -> None:
    walker = await somebody(home, shares=True)
    await walker.says(DANGER["violence"])
    alert = open_alert(walker)
    journey.acknowledge(home.store, alert.id, office.staff("omar"), home.clock(), Random(9))
    with pytest.raises(AlreadyDone, match="taken on already"):
        journey.acknowledge(home.store, alert.id, office.staff("els"), home.clock(), Random(10))
    journey.close(home.store, alert.id, office.staff("els"), "Gebeld", home.clock())
    with pytest.raises(AlreadyDone, match="closed"):
        journey.acknowledge(home.store, alert.id, office.staff("els"), home.clock(), Random(11))
    with pytest.raises(AlreadyDone, match="closed"):
        journey.close(home.store, alert.id, office.staff("els"), "Nog eens gebeld", home.clock())


async def test_after_an_alert_is_closed_a_call_can_be_asked_for_again(home: House, office: Office) -> None:
    walker = await somebody(home, shares=False)
    await walker.says(DANGER["violence"])
    await walker.taps("guard.button.tell")
    journey.close(home.store, open_alert(walker).id, office.staff("els"), "Gebeld", home.clock())
    await walker.taps("guard.button.more")
    await walker.taps("guard.button.tell")
    assert open_alert(walker).acknowledged_at is None


async def test_the_message_that_somebody_read_it_can_be_hidden(home: House, office: Office) -> None:
    walker = await somebody(home, shares=True)
    await walker.says(DANGER["violence"])
    journey.acknowledge(home.store, open_alert(walker).id, office.staff("els"), home.clock(), Random(9))
    await walker.waits_for(home.work())
    await walker.taps("guard.button.hide")
    assert [message["deleted"] for message in walker.new] == [True]


async def test_a_mail_that_fails_is_tried_again_and_a_restart_tells_nobody_twice(home: House, office: Office) -> None:
    walker = await somebody(home, shares=True)
    home.clock.now = night(23, 10)
    await walker.says(DANGER["self_harm"])
    office.box.shut = True
    assert await office.ticks(night(23, 10)) == []
    office.box.shut = False
    assert await office.ticks(night(23, 10)) == []
    assert await office.ticks(night(23, 10, 1)) == ["els"]
    assert [notice.error for notice in alerts.notices(home.store, open_alert(walker).id)] == [None]
    office_anew = Office(home)
    assert await office_anew.ticks(night(23, 10, 2)) == []


async def test_who_is_away_is_told_by_way_of_the_stand_in(home: House, office: Office) -> None:
    walker = await somebody(home, shares=True)
    absences.note_named(home.store, "els@example.org", night(30, 0), None)
    home.clock.now = night(23, 10)
    await walker.says(DANGER["violence"])
    assert await office.ticks(night(23, 10)) == ["omar"]


async def test_what_was_taken_on_meanwhile_is_not_sent_any_more(home: House, office: Office) -> None:
    walker = await somebody(home, shares=True)
    home.clock.now = night(23, 10)
    await walker.says(DANGER["violence"])
    office.box.shut = True
    await office.ticks(night(23, 10))
    office.box.shut = False
    journey.acknowledge(home.store, open_alert(walker).id, office.staff("omar"), home.clock(), Random(9))
    assert await office.ticks(night(23, 11)) == []


async def test_nobody_of_another_organisation_is_ever_told(home: House, office: Office) -> None:
    walker = await somebody(home, shares=True)
    home.clock.now = night(23, 10)
    await walker.says(DANGER["self_harm"])
    for day in range(23, 29):
        await office.ticks(night(day, 12))
    assert {*office.box.to()} == {"els", "omar", "ines", "adam"}
