"""What went well in a lesson: the deed that its last line names."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.learning.attempts import Attempt
from bot.learning.items import Item

ABSENCE = timedelta(days=7)
# Missed this often among the last tries, an item counts as a hard one.
HARD = 2
TRIES_LOOKED_AT = 4


class Deed(StrEnum):
    """What a learner did, the rarest first."""

    HARD_ONE_MASTERED = "hard_one_mastered"
    CAME_BACK = "came_back"
    ALL_RIGHT = "all_right"
    SAFETY_RIGHT = "safety_right"
    FIRST_TIME_RIGHT = "first_time_right"
    KEPT_GOING = "kept_going"


@dataclass(frozen=True)
class WentWell:
    """A deed, and the item in which it shows, if there is one."""

    deed: Deed
    item_id: str | None = None


def went_well(lesson: Sequence[Attempt], before: Collection[Attempt], items: Mapping[str, Item]) -> WentWell:
    """Return what to name at the end of a lesson: there is always something.

    Args:
        lesson: the lesson's attempts in order; a missed item may be there twice.
        before: the learner's attempts before this lesson.
        items: the published items by id.
    """
    first_tries: dict[str, Attempt] = {}
    for attempt in lesson:
        first_tries.setdefault(attempt.item_id, attempt)
    right = [key for key, attempt in first_tries.items() if attempt.recalled]
    return next(_deeds(lesson, right, before, items))


def _deeds(
    lesson: Sequence[Attempt],
    right: list[str],
    before: Collection[Attempt],
    items: Mapping[str, Item],
) -> Iterator[WentWell]:
    safety = {key for key, item in items.items() if item.safety}
    met = {attempt.item_id for attempt in before}
    yield from (WentWell(Deed.HARD_ONE_MASTERED, key) for key in right if _hard(key, before))
    if lesson and before and lesson[0].at - max(a.at for a in before) > ABSENCE:
        yield WentWell(Deed.CAME_BACK)
    if lesson and len(right) == len(lesson):
        yield WentWell(Deed.ALL_RIGHT)
    yield from (WentWell(Deed.SAFETY_RIGHT, key) for key in right if key in safety)
    yield from (WentWell(Deed.FIRST_TIME_RIGHT, key) for key in right if key not in met)
    yield WentWell(Deed.KEPT_GOING)


def _hard(key: str, before: Collection[Attempt]) -> bool:
    tries = sorted((a for a in before if a.item_id == key), key=lambda attempt: attempt.at)
    return sum(not attempt.recalled for attempt in tries[-TRIES_LOOKED_AT:]) >= HARD
