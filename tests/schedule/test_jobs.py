"""What the clock does: invitations go to everybody who is due, and old rows go."""

from datetime import UTC, datetime, timedelta

from bot.catalogue.course import Courses
from bot.catalogue.publish import publish
from bot.schedule.jobs import invite_all, tidy
from bot.settings import CONTENT
from bot.store import Store, inbox
from tests.fakes.stores import add_learner

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


def clock() -> datetime:
    return NOW


async def test_the_sender_is_woken_for_each_who_is_invited(store: Store) -> None:
    publish(CONTENT, store, NOW)
    for number, unanswered in enumerate((0, 6, 0)):
        add_learner(store, 1001 + number, next_due_at=NOW, unanswered=unanswered)
    woken: list[bool] = []
    await invite_all(store, Courses(store, "be-vlg", clock), clock, lambda: woken.append(True))
    assert len(woken) == 2


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
