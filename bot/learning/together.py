"""What a group practised together. It counts people and names none: nobody is compared, nobody is listed."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.learning import growth
from bot.learning.attempts import Attempt
from bot.learning.holding import Hold, UnitRecall
from bot.learning.progress import RECENT

FEWEST = 5
"""Of fewer people nothing is told of what was answered wrongly: it would be known of each."""

MANY = 0.5
"""The part of those who answered an item that is many."""

MOST_HARD = 8


@dataclass(frozen=True)
class Week:
    """A week from its Monday on: how many people practised in it, and on how many days, added up."""

    monday: date
    people: int
    days: int


@dataclass(frozen=True)
class UnitTogether:
    """A unit that somebody began: how many began it, and for how many it holds (``holding.Hold``)."""

    unit: str
    begun: int
    held: int


def weeks(attempts: Iterable[Collection[Attempt]], *, now: datetime, zone: tzinfo) -> tuple[Week, ...]:
    """Return the last 8 weeks, the present one last.

    Args:
        attempts: those of each person, of the last 8 weeks at least.
        now: an aware time.
        zone: the region's, which decides what a day is.
    """
    people, days = Counter[date](), Counter[date]()
    for own in attempts:
        for week in growth.weeks(own, now=now, zone=zone):
            people[week.monday] += week.days > 0
            days[week.monday] += week.days
    return tuple(Week(monday, people[monday], days[monday]) for monday in growth.mondays(now, zone))


def units(recalls: Collection[Collection[UnitRecall]], order: Iterable[str]) -> tuple[UnitTogether, ...]:
    """Return the units that somebody began.

    Args:
        recalls: how the units that each person began stand (``holding.units``).
        order: ids of units, as they are to be named; others are not.
    """
    begun = Counter(one.unit for own in recalls for one in own)
    held = Counter(one.unit for own in recalls for one in own if one.hold is Hold.HOLDS)
    return tuple(UnitTogether(unit, begun[unit], held[unit]) for unit in order if begun[unit])


def hard(attempts: Iterable[Collection[Attempt]], items: Collection[str], now: datetime) -> tuple[str, ...]:
    """Return the items that many missed in the last 28 days, at most 8, those that the largest part missed first.

    Nothing is said of an item that fewer than ``FEWEST`` people answered, nor how many missed it: where all did, it
    would be known of each.

    Args:
        attempts: those of each person.
        items: the ids of the published items.
        now: an aware time.
    """
    answered, missed = Counter[str](), Counter[str]()
    for own in attempts:
        judged = [one for one in own if now - one.at <= RECENT and (one.grade.recalled or one.grade.missed)]
        answered.update({one.item_id for one in judged})
        missed.update({one.item_id for one in judged if one.grade.missed})
    parts = {key: missed[key] / count for key, count in answered.items() if count >= FEWEST and key in items}
    many = [key for key, part in parts.items() if part >= MANY]
    return tuple(sorted(many, key=lambda key: (-parts[key], key))[:MOST_HARD])
