"""In which order a learner meets the course."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from bot.learning.items import Item
from bot.learning.levels import LEVELS, levels_from

SHARED = "shared"


@dataclass(frozen=True)
class Aims:
    """What a learner's lessons lead to, besides the course itself.

    Attributes:
        own_words: ids of items that were made of words from the learner's own work.
        assigned: ids of units that a counsellor chose, the first one first.
        job: ids of the units of the target job, in its order.
    """

    own_words: Collection[str] = ()
    assigned: Sequence[str] = ()
    job: Sequence[str] = ()


NO_AIMS = Aims()


def of_learner(items: Iterable[Item], sector: str | None, aims: Aims = NO_AIMS) -> list[Item]:
    """Return the items meant for a learner: what every workplace shares, the own sector, and what the aims name."""
    everything, units = [*items], {*aims.assigned, *aims.job}
    own = _with_their_words(everything, aims)
    return [one for one in everything if one.sector in (SHARED, sector) or one.unit in units or one.id in own]


def syllabus(items: Iterable[Item], sector: str | None, level: str, aims: Aims = NO_AIMS) -> list[Item]:
    """Return the items that a learner is to meet, in the order of the course.

    The learner's level comes first, then those above it. Within a level whole units take turns:
    the first shared unit, the first unit of the own sector, the second shared one, and so on,
    until both are used up. So the words of the own trade come in the first days, each can-do is
    taught in one piece, and the author's order of units and of items within them is kept.

    Args:
        items: the course in the author's order.
        sector: the learner's sector; None if it is not known yet: then shared units alone.
        level: one of LEVELS.
        aims: what they name is met too, if it is of another sector.

    Raises:
        ValueError: the level is none of LEVELS.
    """
    mine = of_learner(items, sector, aims)
    levels = ([item for item in mine if item.level == name] for name in levels_from(level))
    return [item for items_of_level in levels for item in _one_level(items_of_level)]


def agenda(items: Sequence[Item], sector: str | None, level: str, aims: Aims = NO_AIMS) -> list[Item]:
    """Return the items that a learner is to meet, in the order of the course as the aims change it.

    First comes what was made of the learner's own words, then the units that a counsellor chose, both of whatever
    level; then the syllabus, in each level the units of the target job before the others. Whatever comes first, no
    word is asked before it is met. Arguments and errors are those of ``syllabus``.
    """
    own = _with_their_words(items, aims)
    reached = levels_from(level)
    lower = [item for item in items if item.level not in reached and (item.id in own or item.unit in aims.assigned)]
    usual = syllabus(items, sector, level, aims)
    return [*_met_first(sorted([*lower, *usual], key=lambda item: _claim(item, own, aims)))]


def _with_their_words(items: Iterable[Item], aims: Aims) -> set[str]:
    """The ids of the items of own words, of those that teach what these ask for, and that ask for what these teach."""
    own = [item for item in items if item.id in aims.own_words or item.word in aims.own_words]
    return {item.id for item in own} | {item.word for item in own if item.word}


def _claim(item: Item, own: Collection[str], aims: Aims) -> tuple[int, int, int]:
    """What an item is sorted by; of equal ones the order stays. This is all that the aims decide."""
    if item.id in own:
        return 0, 0, 0
    if item.unit in aims.assigned:
        return 1, 0, aims.assigned.index(item.unit)
    place = aims.job.index(item.unit) if item.unit in aims.job else len(aims.job)
    return 2, LEVELS.index(item.level), place


def _met_first(items: Sequence[Item]) -> Iterator[Item]:
    """Yield each item once, what teaches a word before the first item that asks for it."""
    there, seen = {item.id: item for item in items}, set[str]()
    for item in items:
        for one in (there.get(item.word or ""), item):
            if one and one.id not in seen:
                seen.add(one.id)
                yield one


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
