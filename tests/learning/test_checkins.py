"""When a learner is asked how it goes: by tables, and for every hour and zone."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.checkins import day_of_asking, low_twice, may_ask, next_asking, stops

BRUSSELS = ZoneInfo("Europe/Brussels")
THURSDAY = datetime(2026, 11, 26, 18, 0, tzinfo=BRUSSELS).astimezone(UTC)
BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)

ZONES = [ZoneInfo(name) for name in ("Europe/Brussels", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "UTC")]
moments = st.integers(0, 15 * 365 * 24 * 60).map(lambda minutes: BEGINNING + timedelta(minutes=minutes))
weekdays = st.sets(st.integers(0, 6))


@pytest.mark.parametrize(
    ("invited_on", "day"),
    [([], 3), ([0, 2, 4], 3), ([0, 1, 2, 3, 4], 5), ([5, 6], 3), ([3], 5), ([0, 1, 2, 3, 4, 5], 6), (range(7), 3)],
)
def test_the_day_is_one_without_an_invitation(invited_on: list[int], day: int) -> None:
    assert day_of_asking(invited_on) == day


MAY: dict[str, tuple[dict[str, Any], bool]] = {
    "it is due": ({}, True),
    "a week ago": ({"asked_at": THURSDAY - 7 * DAY}, True),
    "six days ago": ({"asked_at": THURSDAY - 6 * DAY}, False),
    "invited this morning": ({"invited_at": THURSDAY - timedelta(hours=9)}, False),
    "invited yesterday": ({"invited_at": THURSDAY - DAY}, True),
    "writes right now": ({"heard_at": THURSDAY - timedelta(minutes=9)}, False),
    "wrote an hour ago": ({"heard_at": THURSDAY - timedelta(hours=1)}, True),
    "invited on this day from now on": ({"invited_on": [3]}, False),
    "invited on other days": ({"invited_on": [0, 2, 4]}, True),
    "invited on every day": ({"invited_on": range(7)}, True),
    "is silent": ({"silent": 6}, False),
    "answers few invitations": ({"silent": 5}, True),
}


@pytest.mark.parametrize(("given_", "asked"), MAY.values(), ids=MAY)
def test_it_is_asked_or_not_when(given_: dict[str, Any], asked: bool) -> None:
    assert may_ask(THURSDAY, THURSDAY, BRUSSELS, **given_) is asked


@pytest.mark.parametrize(("minutes", "asked"), [(0, True), (120, True), (121, False)])
def test_late_is_too_late(minutes: int, asked: bool) -> None:
    assert may_ask(THURSDAY, THURSDAY + timedelta(minutes=minutes), BRUSSELS) is asked


def test_nobody_is_asked_at_night() -> None:
    due_at = THURSDAY + timedelta(hours=2, minutes=59)
    assert may_ask(due_at, due_at, BRUSSELS)
    assert not may_ask(due_at, due_at + timedelta(minutes=1), BRUSSELS)


@pytest.mark.parametrize(
    ("answered", "stopped"),
    [("", False), ("nn", False), ("nnn", True), ("ynnn", True), ("nynn", False), ("nnny", False), ("yynnn", True)],
)
def test_three_left_alone_in_a_row_are_enough(answered: str, stopped: bool) -> None:
    assert stops([one == "y" for one in answered]) is stopped


@pytest.mark.parametrize(
    ("moods", "low"),
    [([], False), ([1], False), ([2, 2], True), ([1, 2], True), ([3, 1], False), ([1, 3], False), ([5, 2, 1], True)],
)
def test_twice_low_is_the_last_two(moods: list[int], low: bool) -> None:
    assert low_twice(moods) is low


@given(zone=st.sampled_from(ZONES), now=moments, at=st.times(), invited_on=weekdays, ago=st.integers(0, 30))
def test_the_next_moment(zone: ZoneInfo, now: datetime, at: time, invited_on: set[int], ago: int) -> None:
    asked_at = now - ago * DAY
    found = next_asking(at.replace(tzinfo=None), zone, now, invited_on=invited_on, asked_at=asked_at)
    day = found.astimezone(zone).date()
    assert now < found <= now + 16 * DAY
    assert day - asked_at.astimezone(zone).date() >= 7 * DAY
    # A local time that does not exist moves forward; never by a day, but where a whole day was left out.
    assert day.weekday() in (day_of_asking(invited_on), (day_of_asking(invited_on) + 1) % 7)
    if len(invited_on) < 7 and zone.key != "Pacific/Apia":
        assert day.weekday() not in invited_on or at >= time(22)


@given(zone=st.sampled_from(ZONES), now=moments, at=st.times(), weeks=st.integers(1, 8))
def test_it_is_asked_once_a_week_at_most(zone: ZoneInfo, now: datetime, at: time, weeks: int) -> None:
    asked: list[date] = []
    last = now
    for _ in range(weeks):
        last = next_asking(at.replace(tzinfo=None), zone, last, asked_at=last if asked else None)
        asked.append(last.astimezone(zone).date())
    assert all(after - before >= 7 * DAY for before, after in pairwise(asked))
