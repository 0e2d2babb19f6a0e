"""The numbers of many items together: where lessons are left, and how units do.

A sum of shares, each of five people or more, is of at least five people.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from bot.journeys.quality.looking import Looked
from bot.learning.quality import Share

Key = TypeVar("Key")


def places(items: Iterable[Looked]) -> Mapping[int, Share]:
    """At each place of a lesson: how often an item was met there for the first time, and the lesson left at it."""
    met = (one.numbers.places.items() for one in items if one.numbers)
    return dict(sorted(_sums(pair for each in met for pair in each).items()))


def units(items: Iterable[Looked]) -> Mapping[str, Share]:
    """By unit, how often an answer was right at the first try; the unit with the fewest first."""
    right = ((one.item.unit, one.numbers.right) for one in items if one.numbers and one.numbers.right)
    return dict(sorted(_sums(right).items(), key=lambda one: one[1].value))


def _sums(shares: Iterable[tuple[Key, Share]]) -> dict[Key, Share]:
    counts: dict[Key, int] = defaultdict(int)
    wholes: dict[Key, int] = defaultdict(int)
    for key, share in shares:
        counts[key] += share.count
        wholes[key] += share.whole
    return {key: Share(counts[key], whole) for key, whole in wholes.items()}
