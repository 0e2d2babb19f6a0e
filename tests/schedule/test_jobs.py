"""What the clock does: invitations go to everybody who is due, and old rows go."""

from datetime import UTC, datetime, timedelta
from random import Random

from bot.catalogue.course import Courses
from bot.catalogue.publish import publish
from bot.i18n import Verbatim
from bot.journeys import broadcasting
from bot.schedule.jobs import ask_all, invite_all, send_broadcasts, tidy
from bot.settings import CONTENT
from bot.store import Store, inbox
from tests.fakes.stores import add_learner, outbox_rows
from tests.store.groups import add_client, add_group, add_members, add_staff

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


def clock() -> datetime:
    return NOW


def thursday() -> datetime:
    return NOW + timedelta(days=3)


async def test_the_sender_is_woken_for_each_who_is_invited(store: Store) -> None:
    publish(CONTENT, store, NOW)
    for number, unanswered in enumerate((0, 6, 0)):
        add_learner(store, 1001 + number, next_due_at=NOW, unanswered=unanswered)
    woken: list[bool] = []
    await invite_all(store, Courses(store, "be-vlg", clock), clock, lambda: woken.append(True))
    assert len(woken) == 2


async def test_who_is_asked_how_it_goes_is_not_invited_on_the_same_date(store: Store) -> None:
    publish(CONTENT, store, NOW)
    courses, every_day = Courses(store, "be-vlg", thursday), "0123456"
    due = {"next_due_at": thursday(), "practice_days": every_day, "practice_at": "18:00"}
    add_learner(store, 1001, check_in_due_at=thursday(), **due)
    add_learner(store, 1002, **due)
    asked: list[bool] = []
    invited: list[bool] = []
    await ask_all(store, courses, thursday, Random(1), lambda: asked.append(True))
    await invite_all(store, courses, thursday, lambda: invited.append(True))
    assert (len(asked), len(invited)) == (1, 1)


async def test_a_broadcast_wakes_the_sender_when_it_reaches_somebody(store: Store) -> None:
    els = add_staff(store, "els")
    for name, members in (("Monday", 2), ("Friday", 0)):
        group = add_group(store, els, name)
        add_members(store, group, *(add_client(store, els, number) for number in range(1, members + 1)))
        broadcasting.plan(store, els, group.id, Verbatim("Tot morgen!", language="nl"), NOW, -1, Random(members))
    woken: list[bool] = []
    await send_broadcasts(store, clock, lambda: woken.append(True))
    await send_broadcasts(store, clock, lambda: woken.append(True))
    assert (len(woken), len(outbox_rows(store))) == (1, 2)


async def test_ids_of_updates_that_were_done_long_ago_are_dropped(store: Store) -> None:
    for number, age in enumerate((1, 15)):
        inbox.put(store, 1, number, 5, {}, NOW - timedelta(days=age))
        row = inbox.next_row(store, NOW)
        assert row is not None
        with store.writing() as session:
            inbox.finish(session, row.id, NOW - timedelta(days=age))
    await tidy(store, clock)
    assert not inbox.put(store, 1, 0, 5, {}, NOW)
    assert inbox.put(store, 1, 1, 5, {}, NOW)
