"""The clock jumps, or the hour changes: nobody waits for an hour, nobody is invited twice or never."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.i18n import Catalogues
from bot.journeys.invitation import invite
from bot.store import Store, inbox
from bot.store.tables import OutboxRow
from tests.durability.service import in_service
from tests.fakes.course import published_course
from tests.fakes.stores import add_learner

BRUSSELS = ZoneInfo("Europe/Brussels")
CHANGES = {"spring": date(2026, 3, 29), "autumn": date(2026, 10, 25)}
MINUTES = timedelta(minutes=5)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("jump", [HOUR, -HOUR, timedelta(days=-1)])
async def test_a_bot_in_service_answers_within_a_minute_of_a_jump(
    sqlite_store: Store, catalogues: Catalogues, jump: timedelta
) -> None:
    async with in_service(sqlite_store, catalogues) as service:
        await service.phone.says("voor")
        await service.within_a_minute("voor")
        service.time.shift = jump
        await service.phone.says("na")
        assert await service.within_a_minute("na") == ["voor", "na"]


def test_a_turn_that_waits_for_its_next_try_does_not_wait_for_the_clock_to_catch_up(store: Store) -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    inbox.put(store, 4242, 1, 1001, {}, now)
    row = inbox.next_row(store, now)
    assert row is not None
    inbox.postpone(store, row, "ValueError", now)
    assert inbox.next_row(store, now) is None
    assert inbox.next_row(store, now + timedelta(seconds=1)) is not None
    assert inbox.next_row(store, now - HOUR) is not None


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("at", ["02:30", "18:00"])
def test_over_a_change_of_the_hour_each_day_has_one_invitation(sqlite_store: Store, change: date, at: str) -> None:
    began = datetime.combine(change - timedelta(days=1), datetime.min.time(), BRUSSELS).astimezone(UTC)
    invited = _invited(sqlite_store, began, at, [began + number * MINUTES for number in range(3 * 24 * 12)])
    expected = {change + timedelta(days=day): 1 for day in (-1, 0, 1)}
    assert Counter(moment.astimezone(BRUSSELS).date() for moment in invited) == expected


def test_a_clock_that_was_set_back_invites_nobody_twice(sqlite_store: Store) -> None:
    began = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    forth = [began + number * MINUTES for number in range(24)]
    invited = _invited(sqlite_store, began, "18:00", [*forth, *forth, *(moment - HOUR for moment in forth)])
    assert len(invited) == 1


def _invited(store: Store, began: datetime, at: str, ticks: list[datetime]) -> list[datetime]:
    """When somebody who wants to be invited every day was invited, with the clock ticking at these moments."""
    course = published_course(store, began)
    add_learner(
        store,
        practice_days="0123456",
        practice_at=at,
        next_due_at=began,
        last_seen_at=began - timedelta(days=1),
    )
    for now in ticks:
        list(invite(store, course, now))
    with store.reading() as session:
        return list(session.scalars(select(OutboxRow.created_at).order_by(OutboxRow.id)))
