"""What may be published of counted people: no number of them under five, and none that the others give away.

Whoever adds up and takes away what is published, and knows these rules too, cannot work out how many people of one to
four are in any category: the tests go through all small tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5


@dataclass(frozen=True)
class Parts:
    """A table whose numbers add up to a total that is known.

    Attributes:
        shown: the categories that may be named, with their numbers.
        others: the people of all other categories together, of which nothing else is said; 0 when there are none.
    """

    shown: Mapping[str, int]
    others: int


def people(count: int) -> int | None:
    """Return the number when it may be shown by itself; None when it is of fewer than five people."""
    return count if count >= FEWEST else None


def part(count: int, whole: int) -> int | None:
    """Return how many of a known whole are in a part; None when that number, or what is left of the whole, is too few.

    Args:
        count: the people in the part.
        whole: all of them, a number that is shown too.
    """
    few_are_left = 0 < whole - count < FEWEST
    return None if few_are_left else people(count)


def parts(counts: Mapping[str, int]) -> Parts | None:
    """Return what may be shown of a table; None when nothing of it may.

    The smallest categories go together, and one that is as small as the last of them goes along: which of them is
    which cannot be told.

    Args:
        counts: the people in each category; everybody is in one.
    """
    there = {key: count for key, count in counts.items() if count}
    limit = _limit([*there.values()])
    shown = {key: count for key, count in there.items() if count > limit}
    return Parts(shown, sum(there.values()) - sum(shown.values())) if shown else None


def _limit(counts: Sequence[int]) -> int:
    """The size up to which categories go together; 0 when each may be shown."""
    if min(counts, default=FEWEST) >= FEWEST:
        return 0
    limits = sorted({FEWEST - 1, *(count for count in counts if count >= FEWEST)})
    return next((one for one in limits if _hides([count for count in counts if count <= one])), limits[-1])


def _hides(together: Sequence[int]) -> bool:
    """Whether nobody can tell these apart, who knows how many they are together.

    Two that differ may have changed places; equal ones may be others that do not, but for a row of fours, the most
    that a category which must go can have.
    """
    return len(together) > 1 and sum(together) >= FEWEST and set(together) != {FEWEST - 1}
