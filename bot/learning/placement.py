"""Placement: finding the level that fits, in six to ten items. Elo's rating, as used for learners and items.

Ability and difficulty stand on one scale, in logits: an item as hard as the learner is able is known half of the time
(Rasch 1960). A level is two logits wide. How Elo's rating serves to estimate both from single answers: Pelánek,
"Applications of the Elo rating system in adaptive educational systems", Computers & Education 98 (2016).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, exp, sqrt

from bot.learning.hearing import needs_no_reading
from bot.learning.items import Item, item_types
from bot.learning.levels import LEVELS
from bot.learning.shapes import names

WIDTH = 2.0
"""Logits from one level to the next."""

FEWEST, MOST = 6, 10
MISSES = 2
"""After so many misses it is enough: nobody is shown what they cannot do."""

SURE = 0.75
"""An error below this, in logits, is small enough to stop before the last item, for who missed one."""

SPREAD = 2.0
"""How much learners differ before anything is known of them, in logits."""

STEP, FADING = 1.2, 0.12
"""An answer moves an estimate by at most STEP, less with each answer before: Pelánek's uncertainty function."""


@dataclass(frozen=True)
class Estimate:
    """What is believed of a learner: ability and its error in logits, from so many answers."""

    ability: float
    error: float = SPREAD
    answers: int = 0
    misses: int = 0

    @property
    def is_over(self) -> bool:
        """Whether enough was asked. Who missed nothing may know more than was asked for: they get the most items."""
        is_clear = self.answers >= FEWEST and self.error < SURE and self.misses > 0
        return self.misses >= MISSES or self.answers >= MOST or is_clear

    @property
    def level(self) -> str:
        """The level whose items are hard enough to teach something; of who missed nothing, the next one up."""
        nearest = round(self.ability / WIDTH) if self.misses else ceil(self.ability / WIDTH)
        return LEVELS[min(max(nearest, 0), len(LEVELS) - 1)]

    @property
    def aim(self) -> float:
        """How hard the next item should be: half a level harder while nothing was missed, to reach the top in ten."""
        return self.ability if self.misses else self.ability + WIDTH / 2


def beginning(level: str) -> Estimate:
    """What is believed before the first answer of somebody who practised at this level: half a level less.

    Who practises at a level does not know it yet, and two misses must be able to lead one level down.
    """
    return Estimate(difficulty_of_level(level) - WIDTH / 2)


def difficulty_of_level(level: str) -> float:
    """What is believed of an item before anybody answered it. Raises ValueError for an unknown level."""
    return LEVELS.index(level) * WIDTH


def chance(ability: float, difficulty: float) -> float:
    """How likely an item is known, from 0 to 1."""
    return 1 / (1 + exp(difficulty - ability))


def after_answer(before: Estimate, difficulty: float, right: bool) -> Estimate:
    """What is believed after an answer to an item of this difficulty."""
    expected = chance(before.ability, difficulty)
    moved = before.ability + _step(before.answers) * (right - expected)
    # Each answer adds the information of its item (Fisher's, for the Rasch model).
    error = 1 / sqrt(1 / before.error**2 + expected * (1 - expected))
    return Estimate(moved, error, before.answers + 1, before.misses + (not right))


def difficulty_after(difficulty: float, answers: int, ability: float, right: bool) -> float:
    """An item's difficulty, estimated anew after an answer; ``answers`` are those that it had before."""
    return difficulty - _step(answers) * (right - chance(ability, difficulty))


def askable(items: Iterable[Item], *, reading: bool) -> list[Item]:
    """Return the items that may be asked: those that are tapped, in one step, and ask for something.

    Without `reading`, only those that can be done by ear and eye.
    """
    return [item for item in items if _fits(item, reading)]


def next_item(
    items: Sequence[Item],
    difficulties: Mapping[str, float],
    shown: Sequence[str],
    estimate: Estimate,
    *,
    reading: bool,
    known: Collection[str] = (),
) -> str | None:
    """Return the id of the item to ask next; None when none is left.

    The first is the easiest there is, so that everybody begins with a right answer; then comes the one whose
    difficulty is nearest to the estimate's aim, of a unit that was asked little. Only items that are `askable`.

    Args:
        items: those of the learner's course.
        difficulties: as estimated by item id; the others have that of their level.
        shown: what was asked already.
        estimate: what is believed so far.
        reading: whether the learner reads; if not, only items that need no reading.
        known: what the learner answered before, which says what they remember: asked where nothing else is left.
    """

    def difficulty(item: Item) -> float:
        return difficulties.get(item.id, difficulty_of_level(item.level))

    left = [item for item in askable(items, reading=reading) if item.id not in shown]
    if not shown:
        return min(left, key=lambda item: (difficulty(item), item.position)).id if left else None
    units = Counter(item.unit for item in items if item.id in shown)

    def fits(item: Item) -> tuple[bool, float, int, int]:
        return item.id in known, abs(difficulty(item) - estimate.aim), units[item.unit], item.position

    return min(left, key=fits).id if left else None


def _fits(item: Item, reading: bool) -> bool:
    kind = item_types()[item.type]
    return kind.asks and "options" in names(kind.own) and (reading or needs_no_reading(item))


def _step(answers: int) -> float:
    return STEP / (1 + FADING * answers)
