"""The quality numbers of an item, made of its sums."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.learning import disclosure
from bot.learning.quality.meetings import Outcome
from bot.learning.quality.statistics import Correlation, Share, median, point_biserial
from bot.learning.quality.sums import Sums, people

FEWEST_FOR_CORRELATION = 50
"""With fewer the correlation may be anything: it is less than 0.28 off, 95 times in 100, from here on."""


@dataclass(frozen=True)
class Numbers:
    """What is known of an item. A share is None when it would be of fewer than five people.

    Attributes:
        people: who met it.
        right: of who answered (an "I don't know" is an answer), who was right at the first try.
        unknown: of who answered, who did not know.
        skipped, left, too_hard: of who met it, who went on without an answer, ended the lesson there, called it so.
        seconds: the median time until the answer.
        discrimination: whether those who are right here are right elsewhere.
        chosen: how many tapped each option.
        times: how many answered, by step of time.
        places: of who met it at each place of a lesson, who left there.
    """

    people: int
    right: Share | None
    unknown: Share | None
    skipped: Share | None
    left: Share | None
    too_hard: Share | None
    seconds: float | None
    discrimination: Correlation | None
    chosen: Mapping[str, int]
    times: Mapping[int, int]
    places: Mapping[int, Share]

    @property
    def stumbled(self) -> int:
        """How many people did not come through: they were not right, skipped it, or left."""
        not_right = self.right.whole - self.right.count if self.right else 0
        return not_right + sum(share.count for share in (self.skipped, self.left) if share)


def numbers(sums: Sums) -> Numbers | None:
    """Return the numbers; None when the sums are of fewer than five people."""
    met = people(sums)
    if disclosure.people(met) is None:
        return None
    right = right_at_first(sums)
    answered = right.whole if right else 0
    times = _numbered(sums, "seconds") if right else {}
    return Numbers(
        people=met,
        right=right,
        unknown=_share(sums.get(Outcome.UNKNOWN.value, 0), answered),
        skipped=_share(sums.get(Outcome.SKIPPED.value, 0), met),
        left=_share(sums.get(Outcome.LEFT.value, 0), met),
        too_hard=_share(sums.get("too_hard", 0), met),
        seconds=median(times),
        discrimination=_discrimination(sums),
        chosen=_named(sums, "option") if right else {},
        times=times,
        places=_places(sums),
    )


def right_at_first(sums: Sums) -> Share | None:
    """Return of ``Numbers`` only what was right; None when fewer than five people answered."""
    right, wrong, unknown = (sums.get(one.value, 0) for one in (Outcome.RIGHT, Outcome.WRONG, Outcome.UNKNOWN))
    return _share(right, right + wrong + unknown)


def _share(count: int, whole: int) -> Share | None:
    return Share(count, whole) if whole >= disclosure.FEWEST else None


def _discrimination(sums: Sums) -> Correlation | None:
    moments = (sums.get(f"rest.{name}", 0) for name in ("number", "right", "sum", "squares", "products"))
    found = point_biserial(*moments)
    return found if found and found.pairs >= FEWEST_FOR_CORRELATION else None


def _places(sums: Sums) -> dict[int, Share]:
    left = _numbered(sums, "left")
    shares = {place: _share(left.get(place, 0), met) for place, met in sorted(_numbered(sums, "place").items())}
    return {place: share for place, share in shares.items() if share}


def _named(sums: Sums, kind: str) -> dict[str, int]:
    return {name.removeprefix(f"{kind}."): count for name, count in sums.items() if name.startswith(f"{kind}.")}


def _numbered(sums: Sums, kind: str) -> dict[int, int]:
    return {int(name): count for name, count in _named(sums, kind).items()}
