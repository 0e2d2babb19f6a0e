"""Digests go out at their hour, once, by mail and by Telegram, to whoever is there."""

from datetime import datetime, timedelta

import pytest

from bot.store import digests
from bot.store.tables import DigestWish, Message, WorkWord
from tests.fakes.course import ZONE
from tests.fakes.stores import add, outbox_rows, staff_row
from tests.journeys.digests import MONDAY, november
from tests.schedule.offices import A_WEEK, SUNDAY, Office, catalogues, office

__all__ = ["catalogues", "office"]


async def test_it_comes_on_monday_morning_and_once_a_week(office: Office) -> None:
    assert await office.ticks(MONDAY - timedelta(minutes=1)) == []
    assert await office.ticks(MONDAY) == ["els"]
    [(_, subject, body)] = office.box.mails
    assert subject.startswith("Werkmaat: what changed since")
    assert "Amina: 1 message" in body
    assert "woorden" not in body
    for hours in (0, 1, 24, 167):
        assert await office.ticks(MONDAY + timedelta(hours=hours)) == []
    assert await office.ticks(MONDAY + A_WEEK) == ["els"]


async def test_nothing_changed_means_no_mail_and_the_next_week_is_looked_at_again(office: Office) -> None:
    with office.store.writing() as session:
        session.get_one(Message, "m1").answered_at = november(11)
    assert await office.ticks(MONDAY) == []
    add(office.store, WorkWord(id="w1", learner_id="learner1001", text="truweel", at=november(25), state="waiting"))
    assert await office.ticks(MONDAY + A_WEEK) == ["els"]


async def test_a_restart_sends_nothing_twice(office: Office) -> None:
    assert await office.ticks(MONDAY) == ["els"]
    anew = Office(office.store, office.catalogues)
    assert await anew.ticks(MONDAY + timedelta(minutes=1)) == []


async def test_late_by_a_day_it_still_comes_and_the_next_one_at_its_time(office: Office) -> None:
    assert await office.ticks(MONDAY + timedelta(hours=30)) == ["els"]
    assert await office.ticks(MONDAY + A_WEEK) == ["els"]


async def test_late_by_most_of_a_week_it_comes_and_the_next_one_a_week_after(office: Office) -> None:
    assert await office.ticks(MONDAY + timedelta(days=4)) == ["els"]
    assert await office.ticks(MONDAY + A_WEEK) == []
    assert await office.ticks(MONDAY + 2 * A_WEEK) == ["els"]


async def test_another_day_does_not_make_it_come_twice_a_week(office: Office) -> None:
    assert await office.ticks(MONDAY) == ["els"]
    office.wishes(weekday=2, hour=17)
    assert await office.ticks(november(25, 17)) == []
    assert await office.ticks(MONDAY + A_WEEK) == []
    assert await office.ticks(november(25, 17) + A_WEEK) == ["els"]


async def test_the_hour_is_the_regions_in_summer_too(office: Office) -> None:
    summer = datetime(2027, 6, 7, 8, 0, tzinfo=ZONE)
    office.now = summer - timedelta(days=1)
    office.wishes(hour=8)
    wish = digests.of(office.store, "els")
    assert wish.due_at == summer
    assert wish.due_at
    assert (wish.due_at.hour, MONDAY.hour) == (6, 7)


async def test_who_wants_none_gets_none(office: Office) -> None:
    office.wishes(by_mail=False, by_telegram=False)
    assert await office.ticks(MONDAY) == []
    assert outbox_rows(office.store) == []


@pytest.mark.parametrize("by_mail", [True, False])
async def test_by_telegram_it_counts_and_names_nobody(office: Office, by_mail: bool) -> None:
    office.becomes(telegram_id=77, language="fr")
    office.wishes(by_mail=by_mail)
    assert await office.ticks(MONDAY) == (["els"] if by_mail else [])
    [row] = outbox_rows(office.store)
    assert (row.learner_id, row.chat_id, row.language) == (None, 77, "fr")
    assert "Amina" not in str(row.payload)
    assert "http://console/today" in str(row.payload)
    assert await office.ticks(MONDAY + timedelta(minutes=1)) == []
    assert (len(outbox_rows(office.store)), office.woken) == (1, 1)


async def test_who_wants_telegram_alone_but_is_not_linked_gets_the_mail(office: Office) -> None:
    office.wishes(by_mail=False, by_telegram=True)
    assert await office.ticks(MONDAY) == ["els"]


async def test_in_absence_the_stand_in_gets_it_by_mail(office: Office) -> None:
    office.becomes(telegram_id=77, stand_in_id="omar", absent_until=MONDAY + timedelta(days=3))
    assert await office.ticks(MONDAY) == ["omar"]
    assert "in place of Els, who is away up to and including" in office.box.mails[0][2]
    assert outbox_rows(office.store) == []
    assert await office.ticks(MONDAY + A_WEEK) == ["els"]


async def test_two_processes_begin_one_digest(office: Office) -> None:
    [(wish, _)] = [found for found in digests.due(office.store, MONDAY) if found[0].staff_id == "els"]
    going = digests.Going(MONDAY, MONDAY - A_WEEK, ())
    assert digests.begin(office.store, wish, MONDAY + A_WEEK, going)
    assert not digests.begin(office.store, wish, MONDAY + A_WEEK, going)


async def test_a_moment_set_by_a_clock_that_ran_ahead_is_set_anew(office: Office) -> None:
    wish = digests.of(office.store, "els")
    wish.due_at = MONDAY + timedelta(days=900)
    digests.keep(office.store, wish)
    assert await office.ticks(SUNDAY) == []
    assert digests.of(office.store, "els").due_at == MONDAY


async def test_who_comes_later_gets_the_next_one(office: Office) -> None:
    add(office.store, staff_row("lien", role="lead"))
    add(office.store, DigestWish(staff_id="adam", by_mail=True, by_telegram=True, weekday=0, hour=8, due_at=MONDAY))
    assert await office.ticks(MONDAY + timedelta(hours=1)) == ["els"]
    assert digests.of(office.store, "lien").due_at == MONDAY + A_WEEK
