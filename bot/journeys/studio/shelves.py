"""What there is in the studio, counted: packs by sector and level, and the other kinds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.learning.levels import LEVELS
from bot.learning.syllabus import SHARED
from bot.store import Store
from bot.store import shelves as kept
from bot.store.labels import State


@dataclass(frozen=True)
class Shelf:
    """A pack, or all entries of a kind that stand in none: how many there are in each state."""

    kind: str
    pack: str = ""
    states: Mapping[str, int] = field(default_factory=dict)

    @property
    def live(self) -> int:
        """How many are there, retired ones not counted."""
        return sum(count for state, count in self.states.items() if state != State.RETIRED)

    @property
    def open(self) -> Mapping[str, int]:
        """How many wait for something, by state."""
        return {one: self.states[one] for one in State if one != State.PUBLISHED and self.states.get(one)}

    @property
    def target(self) -> str:
        return self.pack.split("/")[0]

    @property
    def sector(self) -> str:
        return self.pack.split("/")[1]

    @property
    def level(self) -> str:
        return self.pack.split("/")[2]


@dataclass(frozen=True)
class Shelves:
    """Packs by target language and then by sector, each with its levels in order; and the kinds beside them."""

    packs: Mapping[str, Mapping[str, Sequence[Shelf]]]
    kinds: Sequence[Shelf]


def shelves(store: Store, target: str) -> Shelves:
    """All of it, with one query; the packs of the target language ``target`` stand first."""
    counted: dict[tuple[str, str], dict[str, int]] = {}
    for one in kept.counts(store):
        counted.setdefault((one.kind, one.pack), {})[one.state] = one.count
    found = [Shelf(kind, pack, states) for (kind, pack), states in counted.items()]
    return Shelves(_by_sector([one for one in found if one.pack], target), [one for one in found if not one.pack])


def packs(store: Store, target: str) -> Sequence[str]:
    """All packs, in the order in which the studio lists them."""
    found = shelves(store, target).packs.values()
    return [one.pack for of_target in found for of_sector in of_target.values() for one in of_sector]


def _by_sector(packs: Iterable[Shelf], first: str) -> Mapping[str, Mapping[str, Sequence[Shelf]]]:
    def place(one: Shelf) -> tuple[object, ...]:
        return (one.target != first, one.target, one.sector != SHARED, one.sector, _place(one.level))

    found: dict[str, dict[str, list[Shelf]]] = {}
    for one in sorted(packs, key=place):
        found.setdefault(one.target, {}).setdefault(one.sector, []).append(one)
    return found


def _place(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else len(LEVELS)
