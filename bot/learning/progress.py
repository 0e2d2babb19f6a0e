"""How far a learner has come. What works comes first; nothing is a mark."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from bot.learning.attempts import Attempt, days_practised
from bot.learning.items import Item
from bot.learning.recall import Memory, retained

# "Held": likely to be known today, and for two weeks without practice.
HELD_STABILITY = 14.0
HELD_NOW = 0.8
# One right answer is luck; two held items of a unit are something to build on.
FEWEST_HELD_OF_STRENGTH = 2
RECENT = timedelta(days=28)
MOST_NAMED = 3


@dataclass(frozen=True)
class Progress:
    """What one learner did and holds.

    Attributes:
        days_in_7: days with practice among the last 7, today included.
        days_in_28: the same among the last 28.
        met: items answered at least once.
        held: items that should be known for two weeks more.
        strengths: unit ids with the most items held, at most 3, most first.
        hardest: item ids missed most in the last 28 days and not held, at most 3, most first.
    """

    days_in_7: int
    days_in_28: int
    met: int
    held: int
    strengths: tuple[str, ...]
    hardest: tuple[str, ...]


def progress(
    attempts: Collection[Attempt],
    memories: Collection[Memory],
    items: Mapping[str, Item],
    *,
    now: datetime,
    zone: tzinfo,
) -> Progress:
    """Return the summary of one learner.

    Args:
        attempts: the learner's, of the last 28 days at least.
        memories: all of the learner's; those of items no longer published count as met alone.
        items: the published items by id.
        now: an aware time.
        zone: the region's, which decides what a day is.
    """
    days, today = days_practised(attempts, zone), now.astimezone(zone).date()
    held = {memory.item_id for memory in memories if is_held(memory, now)} & items.keys()
    return Progress(
        days_in_7=_within(days, today, 7),
        days_in_28=_within(days, today, 28),
        met=len(memories),
        held=len(held),
        strengths=_strengths(items[key].unit for key in held),
        hardest=_hardest(attempts, items.keys() - held, now)[:MOST_NAMED],
    )


def hard(
    attempts: Iterable[Attempt], memories: Iterable[Memory], items: Mapping[str, Item], now: datetime
) -> tuple[str, ...]:
    """Return the ids of all items missed in the last 28 days and not held, those missed most first.

    Args:
        attempts: the learner's, of the last 28 days at least.
        memories: all of the learner's.
        items: the published items by id.
        now: an aware time.
    """
    held = {memory.item_id for memory in memories if is_held(memory, now)}
    return _hardest(attempts, items.keys() - held, now)


def is_held(memory: Memory, now: datetime) -> bool:
    """Whether the item should be known now, and for two weeks after its last practice."""
    sure = not memory.missed and memory.stability >= HELD_STABILITY
    return sure and retained(memory, now) >= HELD_NOW


def _within(days: list[date], today: date, number: int) -> int:
    return sum(0 <= (today - day).days < number for day in days)


def _strengths(units: Iterable[str]) -> tuple[str, ...]:
    counted = Counter(sorted(units)).most_common(MOST_NAMED)
    return tuple(unit for unit, number in counted if number >= FEWEST_HELD_OF_STRENGTH)


def _hardest(attempts: Iterable[Attempt], keys: Collection[str], now: datetime) -> tuple[str, ...]:
    recent = (attempt for attempt in attempts if now - attempt.at <= RECENT)
    misses = sorted(attempt.item_id for attempt in recent if not attempt.recalled and attempt.item_id in keys)
    return tuple(key for key, _ in Counter(misses).most_common())
