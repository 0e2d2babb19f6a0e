"""Digests go out at their hour, once, by mail and by Telegram, to whoever is there; what fails is tried again."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.catalogue.course import Course
from bot.i18n import Catalogues
from bot.journeys import digest_sending
from bot.journeys.digest import Digest, digest
from bot.journeys.digest_sending import FURTHEST_BACK, next_due
from bot.schedule import patience
from bot.schedule.digests import send_digests
from bot.settings import LOCALES
from bot.store import Store, digests, people
from bot.store.tables import Caseload, DigestWish, Learner, Message, Staff, WorkWord
from tests.fakes.course import REGION, ZONE, CoursesReadOnce, published_course
from tests.fakes.mail import LetterBox
from tests.fakes.stores import add, add_learner, outbox_rows, staff_row
from tests.journeys.digests import MONDAY, add_els, november, of_els

A_WEEK = timedelta(days=7)
SUNDAY = MONDAY - timedelta(days=1)


class Office:
    """The staff of a store, and the clock that ticks for them."""

    def __init__(self, store: Store, catalogues: Catalogues) -> None:
        self.store, self.catalogues, self.box = store, catalogues, LetterBox()
        self.now, self.woken = SUNDAY, 0

    async def ticks(self, at: datetime) -> list[str]:
        """The next tick, at this moment. Returns who got a mail."""
        self.now, before = at, len(self.box.mails)
        courses = CoursesReadOnce(self.store, REGION, self.clock)
        url = "http://console/"
        await send_digests(self.store, courses, self.catalogues, url, self.box.post, self.clock, self._wake)
        return self.box.to()[before:]

    def clock(self) -> datetime:
        return self.now

    def wishes(self, staff_id: str = "els", **values: Any) -> None:
        """Somebody sets when and how the digest comes."""
        wish = digests.of(self.store, staff_id)
        for name, value in values.items():
            setattr(wish, name, value)
        wish.due_at = next_due(wish, ZONE, self.now)
        digests.keep(self.store, wish)

    def becomes(self, staff_id: str = "els", **values: Any) -> None:
        """Something changes about a member of staff."""
        with self.store.writing() as session:
            member = session.get_one(Staff, staff_id)
            for name, value in values.items():
                setattr(member, name, value)

    def _wake(self) -> None:
        self.woken += 1


@pytest.fixture(scope="module")
def catalogues() -> Catalogues:
    """The project's words."""
    return Catalogues.load(LOCALES)


@pytest.fixture
async def office(store: Store, catalogues: Catalogues) -> Office:
    """Els, to whom Amina wrote; Omar without learners; Ines, who leads; Adam, to whom no digest comes."""
    published_course(store, MONDAY)
    add_els(store)
    add(store, staff_row("ines", role="lead"), staff_row("adam", role="administrator"))
    add(store, Message(id="m1", learner_id=of_els(store, 1001, "Amina"), text="woorden", at=november(10)))
    opened = Office(store, catalogues)
    assert await opened.ticks(SUNDAY) == []
    return opened


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


def test_pauses_grow_and_never_become_too_long_for_a_number() -> None:
    shortest, longest = timedelta(minutes=5), timedelta(hours=6)
    pauses = [patience.pause(tries, shortest, longest) for tries in (0, 1, 5)]
    assert pauses == [shortest, 2 * shortest, 32 * shortest]
    assert patience.pause(10_000, shortest, longest) == longest


def fails_with(error: BaseException) -> Any:
    def post(*_: str) -> None:
        raise error

    return post
