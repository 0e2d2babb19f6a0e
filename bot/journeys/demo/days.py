"""On which days somebody of the demo practised, and at what hour."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from random import Random

from bot.journeys.demo.people import Habit

LATER = timedelta(minutes=40)
"""Nobody begins on the minute: how long after the chosen hour at most."""


def moments(habit: Habit, now: datetime, zone: tzinfo, random: Random) -> Iterator[datetime]:
    """Yield the beginnings of somebody's practice until ``now``, in UTC, earliest first.

    Args:
        habit: whose.
        now: an aware time.
        zone: the region's.
        random: decides which days are left out, and the minute.
    """
    today = now.astimezone(zone).date()
    left_out = False
    for ago in range(7 * habit.weeks, habit.stopped - 1, -1):
        day = today - timedelta(days=ago)
        if not _chosen(habit, day, ago):
            continue
        left_out = not left_out and random.random() > habit.faithful
        begins = _begins(habit, day, zone) + random.random() * LATER
        if not left_out and begins < now - LATER:
            yield begins


def _chosen(habit: Habit, day: date, ago: int) -> bool:
    absent = habit.away is not None and habit.away[1] < ago <= habit.away[0]
    return str(day.weekday()) in habit.days and not absent


def _begins(habit: Habit, day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(habit.at), zone).astimezone(UTC)
