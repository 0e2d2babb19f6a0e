"""Mails of digests that wait: for a mail server, for a reader, for what went wrong to be mended."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.catalogue.course import Course
from bot.journeys import digest_sending
from bot.journeys.digest import Digest, digest
from bot.journeys.digest_sending import FURTHEST_BACK
from bot.schedule import patience
from bot.store import Store, digests, people
from bot.store.tables import Caseload, Learner, Message, Staff, WorkWord
from tests.fakes.stores import add, add_learner, staff_row
from tests.journeys.digests import MONDAY, november
from tests.schedule.offices import A_WEEK, Office, catalogues, office

__all__ = ["catalogues", "office"]


async def test_a_crash_before_the_mail_went_out_loses_nothing(office: Office) -> None:
    office.box.post = fails_with(KeyboardInterrupt())  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        await office.ticks(MONDAY)
    anew = Office(office.store, office.catalogues)
    assert await anew.ticks(MONDAY + timedelta(minutes=1)) == ["els"]
    assert await anew.ticks(MONDAY + timedelta(minutes=2)) == []


async def test_a_mail_that_fails_is_tried_again_later_and_holds_up_no_other(office: Office) -> None:
    office.box.shut = True
    assert await office.ticks(MONDAY) == []
    office.box.shut = False
    assert await office.ticks(MONDAY + timedelta(minutes=4)) == []
    assert await office.ticks(MONDAY + timedelta(minutes=5)) == ["els"]
    assert await office.ticks(MONDAY + timedelta(minutes=10)) == []


async def test_a_week_without_a_mail_server_makes_one_mail_of_both_weeks(office: Office) -> None:
    add(office.store, WorkWord(id="w1", learner_id="learner1001", text="truweel", at=november(18), state="waiting"))
    office.box.shut = True
    for hours in range(0, 7 * 24, 3):
        assert await office.ticks(MONDAY + timedelta(hours=hours)) == []
    office.box.shut = False
    assert await office.ticks(MONDAY + A_WEEK) == ["els"]
    assert "Good news" in office.box.mails[0][2]
    assert "November 16, 2026" in office.box.mails[0][2]


@pytest.mark.parametrize("stand_in", [None, "gone"])
async def test_where_nobody_reads_it_it_waits_until_somebody_is_back(office: Office, stand_in: str | None) -> None:
    assert await office.ticks(MONDAY) == ["els"]
    add(office.store, staff_row("gone", disabled_at=november(1)))
    add(office.store, WorkWord(id="w1", learner_id="learner1001", text="truweel", at=november(25), state="waiting"))
    office.becomes(stand_in_id=stand_in, absent_until=MONDAY + timedelta(days=8))
    assert await office.ticks(MONDAY + A_WEEK) == []
    assert await office.ticks(MONDAY + 2 * A_WEEK) == ["els"]
    assert "Sent 1 word from work" in office.box.mails[1][2]


async def test_a_mail_that_waits_is_kept_for_who_comes_back(office: Office) -> None:
    office.box.shut = True
    await office.ticks(MONDAY)
    office.box.shut = False
    office.becomes(absent_until=MONDAY + timedelta(days=2))
    assert await office.ticks(MONDAY + timedelta(hours=1)) == []
    assert await office.ticks(MONDAY + timedelta(days=2, hours=7)) == ["els"]
    assert "Amina: 1 message" in office.box.mails[0][2]
    assert digests.mails(office.store, MONDAY + A_WEEK) == []


async def test_a_mail_that_waited_long_tells_of_the_last_weeks_alone(office: Office) -> None:
    office.box.shut = True
    await office.ticks(MONDAY)
    office.box.shut = False
    late = MONDAY + FURTHEST_BACK + A_WEEK
    [waiting] = digests.mails(office.store, late)
    for number, at in enumerate((waiting.mail.since + A_WEEK, late - A_WEEK)):
        mine = {"learner_id": "learner1001", "state": "waiting", "at": at}
        add(office.store, WorkWord(id=f"w{number}", text="truweel", **mine))
    assert "els" in await office.ticks(late)
    assert "Sent 1 word from work" in office.box.mails[0][2]


async def test_who_left_gets_none_also_of_what_was_waiting(office: Office) -> None:
    office.box.shut = True
    await office.ticks(MONDAY)
    people.disable_staff(office.store, "els@example.org", MONDAY)
    office.box.shut = False
    assert await office.ticks(MONDAY + timedelta(hours=1)) == []
    assert digests.mails(office.store, MONDAY + A_WEEK) == []


async def test_what_was_answered_meanwhile_makes_no_mail(office: Office) -> None:
    office.box.shut = True
    await office.ticks(MONDAY)
    with office.store.writing() as session:
        session.get_one(Message, "m1").answered_at = MONDAY
        session.get_one(Learner, "learner1001").name = "Someone"
    office.box.shut = False
    assert await office.ticks(MONDAY + timedelta(hours=1)) == []


async def test_one_that_cannot_be_put_together_holds_up_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    add(office.store, staff_row("anna"))
    amina_too = add_learner(office.store, 1002)
    add(office.store, Caseload(staff_id="anna", learner_id=amina_too.id, since=november(2)))
    add(office.store, Message(id="m2", learner_id=amina_too.id, text="?", at=november(10)))
    office.wishes("anna")

    def breaks(store: Store, course: Course, member: Staff, since: datetime, until: datetime, now: datetime) -> Digest:
        if member.id == "anna":
            raise LookupError("never published")
        return digest(store, course, member, since, until, now)

    monkeypatch.setattr(digest_sending, "digest", breaks)
    assert await office.ticks(MONDAY) == ["els"]
    assert "cannot be put together" in caplog.text
    monkeypatch.undo()
    assert await office.ticks(MONDAY + timedelta(hours=1)) == []
    assert await office.ticks(MONDAY + timedelta(hours=6)) == ["anna"]


def test_pauses_grow_and_never_become_too_long_for_a_number() -> None:
    shortest, longest = timedelta(minutes=5), timedelta(hours=6)
    pauses = [patience.pause(tries, shortest, longest) for tries in (0, 1, 5)]
    assert pauses == [shortest, 2 * shortest, 32 * shortest]
    assert patience.pause(10_000, shortest, longest) == longest


def fails_with(error: BaseException) -> Any:
    def post(*_: str) -> None:
        raise error

    return post
