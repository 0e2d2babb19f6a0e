from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.reminders import Invitation, may_invite, next_due

BRUSSELS = ZoneInfo("Europe/Brussels")
EVERY_DAY = range(7)
ZONES = ["Europe/Brussels", "America/St_Johns", "Asia/Kabul", "Africa/Asmara", "Pacific/Apia", "Asia/Beirut"]


def utc(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def local(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BRUSSELS).astimezone(UTC)


@pytest.mark.parametrize(
    ("days", "at", "now", "due"),
    [
        # 30 November 2026 is a Monday; Brussels is one hour ahead of UTC in winter, two in summer.
        ([0, 2, 4], "08:00", "2026-11-30T06:59", "2026-11-30T07:00"),
        ([0, 2, 4], "08:00", "2026-11-30T07:00", "2026-12-02T07:00"),
        ([0], "08:00", "2026-11-30T07:00", "2026-12-07T07:00"),
        ([6], "18:30", "2026-07-01T12:00", "2026-07-05T16:30"),
        # The local date counts, not the one in UTC.
        ([1], "00:30", "2026-11-30T22:00", "2026-11-30T23:30"),
        # 29 March 2026: 02:00 becomes 03:00. 02:30 does not exist and moves to 03:30.
        (EVERY_DAY, "02:30", "2026-03-28T12:00", "2026-03-29T01:30"),
        (EVERY_DAY, "02:30", "2026-03-29T01:30", "2026-03-30T00:30"),
        (EVERY_DAY, "08:00", "2026-03-28T12:00", "2026-03-29T06:00"),
        (EVERY_DAY, "03:00", "2026-03-28T12:00", "2026-03-29T01:00"),
        # 25 October 2026: 03:00 becomes 02:00. 02:30 comes twice; the first counts, and only that one.
        (EVERY_DAY, "02:30", "2026-10-24T12:00", "2026-10-25T00:30"),
        (EVERY_DAY, "02:30", "2026-10-25T00:30", "2026-10-26T01:30"),
        (EVERY_DAY, "02:30", "2026-10-25T01:00", "2026-10-26T01:30"),
        (EVERY_DAY, "08:00", "2026-10-24T12:00", "2026-10-25T07:00"),
    ],
)
def test_next_due(days: list[int], at: str, now: str, due: str) -> None:
    assert next_due(days, time.fromisoformat(at), BRUSSELS, utc(now)) == utc(due)


def test_without_days_nothing_is_due() -> None:
    assert next_due([], time(8), BRUSSELS, utc("2026-11-30T06:00")) is None


@given(
    st.sets(st.integers(0, 6), min_size=1),
    st.times(),
    st.sampled_from(ZONES).map(ZoneInfo),
    st.integers(946684800, 2840140800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
)
def test_the_next_is_always_ahead_and_within_eight_days(
    days: set[int], at: time, zone: ZoneInfo, now: datetime
) -> None:
    due = next_due(days, at, zone, now)
    assert due is not None
    assert now < due <= now + timedelta(days=8, hours=1)


@given(st.times(), st.sampled_from(ZONES[:4]).map(ZoneInfo), st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_every_date_is_due_once(at: time, zone: ZoneInfo, first: date) -> None:
    now = datetime.combine(first, time(12), UTC)
    dates = []
    for _ in range(5):
        due = next_due(EVERY_DAY, at, zone, now)
        assert due is not None
        dates.append(due.astimezone(zone).date())
        now = due
    assert dates == [dates[0] + timedelta(days=ahead) for ahead in range(5)]


@pytest.mark.parametrize(
    ("due", "now", "unanswered", "invited", "heard", "decision"),
    [
        ("2026-11-30T18:00", "2026-11-30T18:01", 0, None, None, "send"),
        ("2026-11-30T18:00", "2026-11-30T20:00", 0, None, None, "send"),
        ("2026-11-30T18:00", "2026-11-30T20:01", 0, None, None, "too_late"),
        ("2026-11-30T20:30", "2026-11-30T20:59", 0, None, None, "send"),
        ("2026-11-30T20:30", "2026-11-30T21:00", 0, None, None, "too_late"),
        ("2026-11-30T23:30", "2026-12-01T00:30", 0, None, None, "too_late"),
        ("2026-11-30T18:00", "2026-11-30T18:01", 0, None, "2026-11-30T17:51", "already_here"),
        ("2026-11-30T18:00", "2026-11-30T18:01", 0, None, "2026-11-30T17:50", "send"),
        ("2026-11-30T18:00", "2026-11-30T18:01", 2, "2026-11-28T18:00", None, "send"),
        ("2026-11-30T18:00", "2026-11-30T18:01", 3, "2026-11-28T18:00", None, "not_this_week"),
        ("2026-11-30T18:00", "2026-11-30T18:01", 3, "2026-11-24T09:00", None, "not_this_week"),
        ("2026-11-30T18:00", "2026-11-30T18:01", 3, "2026-11-23T18:05", None, "send"),
        ("2026-11-30T18:00", "2026-11-30T18:01", 5, "2026-11-23T18:00", None, "send"),
        ("2026-11-30T18:00", "2026-11-30T18:01", 6, "2026-10-23T18:00", None, "silent"),
        ("2026-11-30T18:00", "2026-11-30T18:01", 6, "2026-10-23T18:00", "2026-11-30T18:00", "already_here"),
        # A week over the change of the clock is a week.
        ("2026-10-26T18:00", "2026-10-26T18:00", 3, "2026-10-19T18:00", None, "send"),
        ("2026-03-30T18:00", "2026-03-30T18:00", 3, "2026-03-23T18:00", None, "send"),
    ],
)
def test_what_becomes_of_an_invitation(
    due: str, now: str, unanswered: int, invited: str | None, heard: str | None, decision: str
) -> None:
    got = may_invite(
        local(due),
        local(now),
        BRUSSELS,
        unanswered=unanswered,
        last_invited_at=local(invited) if invited else None,
        last_heard_at=local(heard) if heard else None,
    )
    assert got == Invitation(decision)
