"""Sums of meetings: whole numbers by name, which can be added up in any portions. Nobody is in them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import floor, log2

from bot.learning.disclosure import FEWEST
from bot.learning.quality.meetings import Meeting, Outcome

Sums = Mapping[str, int]

LAST_PLACE = 9
"""Places from here on count as one."""

FINENESS = 4
"""Times are sorted into so many steps from any number of seconds to its double."""

LONGEST = 3600.0
"""Seconds; who took longer was doing something else."""


def sums_of(meeting: Meeting) -> Iterator[tuple[str, int]]:
    """Yield what a meeting adds to the sums of its item."""
    place = min(meeting.place, LAST_PLACE)
    yield meeting.outcome.value, 1
    yield f"place.{place}", 1
    if meeting.outcome is Outcome.LEFT:
        yield f"left.{place}", 1
    if meeting.too_hard:
        yield "too_hard", 1
    if meeting.seconds is not None:
        yield f"seconds.{step_of(meeting.seconds)}", 1
        yield from ((f"option.{key}", 1) for key in dict.fromkeys(meeting.chosen))
    if meeting.rest is not None:
        yield from _with_rest(meeting.outcome is Outcome.RIGHT, meeting.rest)


def step_of(seconds: float) -> int:
    """The step that a time belongs to."""
    return floor(FINENESS * log2(min(max(seconds, 1.0), LONGEST)))


def begin_of(step: float) -> float:
    """The seconds at which a step begins; between two steps, those in between."""
    return float(2 ** (step / FINENESS))


def people(sums: Sums) -> int:
    """How many people met the item."""
    return sum(sums.get(outcome.value, 0) for outcome in Outcome)


@dataclass
class Tally:
    """The sums of one item: those that are told, and those that wait until they are of five people.

    Told are five people at a time, so that nobody who looks every day learns what one of them did.
    """

    told: Counter[str] = field(default_factory=Counter)
    waiting: Counter[str] = field(default_factory=Counter)

    def add(self, meeting: Meeting) -> None:
        """Count a meeting."""
        for name, number in sums_of(meeting):
            self.waiting[name] += number
        if people(self.waiting) >= FEWEST:
            self.told.update(self.waiting)
            self.waiting.clear()


def _with_rest(right: bool, rest: int) -> Iterator[tuple[str, int]]:
    """The moments of right (0 or 1) and rest, from which a correlation is made."""
    yield "rest.number", 1
    yield "rest.sum", rest
    yield "rest.squares", rest * rest
    if right:
        yield "rest.right", 1
        yield "rest.products", rest
