"""In which order a learner meets the course."""

from collections.abc import Iterable
from itertools import chain, zip_longest

from bot.learning.items import Item
from bot.learning.levels import levels_from

SHARED = "shared"


def of_learner(items: Iterable[Item], sector: str | None) -> list[Item]:
    """Return the items meant for a learner: what every workplace shares, and the own sector."""
    return [item for item in items if item.sector in (SHARED, sector)]


def syllabus(items: Iterable[Item], sector: str | None, level: str) -> list[Item]:
    """Return the items that a learner is to meet, in order.

    The learner's level comes first, then those above it. Within a level whole units take turns:
    the first shared unit, the first unit of the own sector, the second shared one, and so on,
    until both are used up. So the words of the own trade come in the first days, each can-do is
    taught in one piece, and the author's order of units and of items within them is kept.

    Args:
        items: the course in the author's order.
        sector: the learner's sector; None if it is not known yet: then shared units alone.
        level: one of LEVELS.

    Raises:
        ValueError: the level is none of LEVELS.
    """
    mine = of_learner(items, sector)
    levels = ([item for item in mine if item.level == name] for name in levels_from(level))
    return [item for items_of_level in levels for item in _one_level(items_of_level)]


def _one_level(items: list[Item]) -> Iterable[Item]:
    shared = _units(item for item in items if item.sector == SHARED)
    own = _units(item for item in items if item.sector != SHARED)
    turns = chain.from_iterable(zip_longest(shared, own, fillvalue=[]))
    return chain.from_iterable(turns)


def _units(items: Iterable[Item]) -> list[list[Item]]:
    units: dict[str, list[Item]] = {}
    for item in items:
        units.setdefault(item.unit, []).append(item)
    return [*units.values()]
