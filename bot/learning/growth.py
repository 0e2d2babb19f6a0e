"""What a picture of progress shows: the days of the last weeks, and the units that grow. Nothing that is missing."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from bot.learning.attempts import Attempt, days_practised
from bot.learning.items import Item
from bot.learning.progress import is_held
from bot.learning.recall import Memory

WEEK = timedelta(days=7)
MOST_WEEKS = 8
MOST_UNITS = 4


@dataclass(frozen=True)
class Week:
    """A week from its Monday on, and the days with practice in it."""

    monday: date
    days: int


@dataclass(frozen=True)
class UnitGrowth:
    """A unit that was begun: its items met, those held (progress.is_held), and whether all of its items are."""

    unit: str
    met: int
    held: int
    mastered: bool


def weeks(attempts: Iterable[Attempt], *, now: datetime, zone: tzinfo, most: int = MOST_WEEKS) -> tuple[Week, ...]:
    """Return the weeks since the first practice, at most ``most``, the present one last.

    Args:
        attempts: the learner's, all or those of the last weeks.
        now: an aware time.
        zone: the region's, which decides what a day is.
        most: how many weeks.
    """
    days = Counter(_monday(day) for day in days_practised(attempts, zone))
    shown = mondays(now, zone, most)
    first = min(shown[-1], min(days, default=shown[-1]))
    return tuple(Week(monday, days[monday]) for monday in shown if monday >= first)


def mondays(now: datetime, zone: tzinfo, most: int = MOST_WEEKS) -> list[date]:
    """Return the Mondays of the last weeks, that of the present one last."""
    this = _monday(now.astimezone(zone).date())
    return [this - number * WEEK for number in reversed(range(most))]


def units(memories: Iterable[Memory], items: Mapping[str, Item], now: datetime) -> tuple[UnitGrowth, ...]:
    """Return the units that were begun, at most 4, those with the most items held first.

    Args:
        memories: all of the learner's; those of items no longer published do not count.
        items: the published items by id.
        now: an aware time.
    """
    known = [memory for memory in memories if memory.item_id in items]
    met = _by_unit(known, items)
    held = _by_unit([memory for memory in known if is_held(memory, now)], items)
    whole = Counter(item.unit for item in items.values())
    begun = sorted(met, key=lambda unit: (-held[unit], -met[unit], unit))
    return tuple(UnitGrowth(unit, met[unit], held[unit], held[unit] == whole[unit]) for unit in begun[:MOST_UNITS])


def _by_unit(memories: Collection[Memory], items: Mapping[str, Item]) -> Counter[str]:
    return Counter(items[memory.item_id].unit for memory in memories)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
