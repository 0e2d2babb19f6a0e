"""How a unit stands: what of it should be recalled today, and whether that holds or fades."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.learning import path
from bot.learning.items import Item, item_types
from bot.learning.progress import HELD_NOW
from bot.learning.recall import Memory

WELL_BEGUN = 0.5
"""The part of a unit's questions that were answered, below which it is new."""


class Hold(StrEnum):
    """How it goes with a unit that was begun."""

    HOLDS = "holds"
    FADING = "fading"
    NEW = "new"


@dataclass(frozen=True)
class UnitRecall:
    """A unit that was begun.

    Attributes:
        unit: its id.
        known: the part of its language that should be recalled today, 0 to 1 (``path.known``).
        met: how many of its questions were answered at least once.
        asks: how many questions it has.
    """

    unit: str
    known: float
    met: int
    asks: int

    @property
    def hold(self) -> Hold:
        """New while less than half of it was met; else whether what was met should be recalled today."""
        if self.met < self.asks * WELL_BEGUN:
            return Hold.NEW
        return Hold.HOLDS if self.known * self.asks >= self.met * HELD_NOW else Hold.FADING


def units(items: Iterable[Item], memories: Mapping[str, Memory], now: datetime) -> tuple[UnitRecall, ...]:
    """Return the units that were begun, what is known best first; of equal ones the author's order stays.

    Args:
        items: those that the learner can do.
        memories: the learner's memories by item id.
        now: an aware time.
    """
    asked: dict[str, list[Item]] = {}
    for item in items:
        if item_types()[item.type].asks:
            asked.setdefault(item.unit, []).append(item)
    found = (_recall(unit, questions, memories, now) for unit, questions in asked.items())
    return tuple(sorted((one for one in found if one.met), key=lambda one: -one.known))


def _recall(unit: str, questions: list[Item], memories: Mapping[str, Memory], now: datetime) -> UnitRecall:
    met = sum(item.id in memories for item in questions)
    return UnitRecall(unit, path.known(questions, memories, now) if met else 0.0, met, len(questions))
