"""The way to a target job: how much of each of its units is still known, and which one comes next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.learning.items import Item, item_types
from bot.learning.recall import Memory, retained

DOTS = 5


class Share(StrEnum):
    """How much of a unit is known, as a person would say it."""

    NONE = "none"
    LITTLE = "little"
    HALF = "half"
    MOST = "most"
    ALL = "all"


BEGINS = ((0.9, Share.ALL), (0.65, Share.MOST), (0.35, Share.HALF))
"""From which part on one speaks of it so."""


@dataclass(frozen=True)
class Step:
    """A unit on the way.

    Attributes:
        unit: its id.
        known: the part of its language that should be recalled today, 0 to 1.
        begun: whether any of it was answered.
    """

    unit: str
    known: float
    begun: bool

    @property
    def share(self) -> Share:
        """How much is known, in words."""
        if not self.begun:
            return Share.NONE
        return next((share for begin, share in BEGINS if self.known >= begin), Share.LITTLE)

    @property
    def dots(self) -> int:
        """How much is known, as so many of five dots; one at least when the unit is begun."""
        return max(round(self.known * DOTS), int(self.begun))


def steps(
    units: Iterable[str], items: Iterable[Item], memories: Mapping[str, Memory], now: datetime
) -> tuple[Step, ...]:
    """Return the steps of a way, in its order; units without items are none.

    Args:
        units: ids.
        items: those that the learner can do.
        memories: the learner's memories by item id.
        now: an aware time.
    """
    by_unit: dict[str, list[Item]] = {unit: [] for unit in units}
    for item in items:
        by_unit.get(item.unit, []).append(item)
    return tuple(_step(unit, found, memories, now) for unit, found in by_unit.items() if found)


def known(items: Iterable[Item], memories: Mapping[str, Memory], now: datetime) -> float:
    """Return the part of what these items ask that should be recalled today, from 0 to 1.

    It is the mean of each item's chance of recall (FSRS-6, ``recall.retained``), 0 for what was never answered: the
    expected number of items recalled, by their number. Anki shows the same sum of chances as "estimated total
    knowledge" (Anki manual, Statistics).

    Args:
        items: what is not asked does not count; without any that is, the part is 0.
        memories: the learner's memories by item id.
        now: an aware time.
    """
    asked = [item.id for item in items if item_types()[item.type].asks]
    chances = (retained(memories[key], now) for key in asked if key in memories)
    return sum(chances) / len(asked) if asked else 0.0


def next_step(way: Sequence[Step], new: Iterable[Item]) -> Step | None:
    """Return what to practise next: the unit that lessons come to next, else the one begun of which least is known.

    None when nothing on the way is new, and what was begun is known.

    Args:
        way: the steps.
        new: what the learner has not met, in the order in which lessons take it.
    """
    by_unit = {step.unit: step for step in way}
    begun = [step for step in way if step.begun and step.share is not Share.ALL]
    weakest = min(begun, key=lambda step: step.known, default=None)
    return next((by_unit[item.unit] for item in new if item.unit in by_unit), weakest)


def _step(unit: str, items: Sequence[Item], memories: Mapping[str, Memory], now: datetime) -> Step:
    return Step(unit, known(items, memories, now), any(item.id in memories for item in items))
