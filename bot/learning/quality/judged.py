"""Which items somebody should look at, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.learning.quality.numbers import Numbers
from bot.learning.quality.options import Asked
from bot.learning.quality.statistics import Share

ENOUGH = 20
"""With fewer people nothing is said of an item: an interval would be as wide as the scale."""

LIMITS: Mapping[str, float] = {"hard": 0.5, "unknown": 0.3, "skipped": 0.15, "too_hard": 0.1, "left": 0.1}
"""Shares that say something: fewer right answers than that, or more of the others, and surely not by chance."""

REASONS = ("lure", "hard", "wrong_way", "unknown", "skipped", "too_hard", "left", "language", "doubted")
"""The heaviest first."""


@dataclass(frozen=True)
class Reason:
    """Why an item should be looked at.

    Attributes:
        name: one of REASONS.
        share: how much, from 0 to 1 (of ``wrong_way`` the correlation); None where none is told.
        about: the key of an option or the code of a language.
    """

    name: str
    share: float | None = None
    about: str = ""


@dataclass(frozen=True)
class Judged:
    """What is known of an item.

    Attributes:
        numbers: of all learners.
        by_language: of the speakers of one language, how many are right at the first try.
        asked: its questions with options.
        doubts: the languages in which somebody said that its words sound wrong.
    """

    numbers: Numbers | None
    by_language: Mapping[str, Share] = field(default_factory=dict)
    asked: Sequence[Asked] = ()
    doubts: Sequence[str] = ()


def judge(known: Judged) -> list[Reason]:
    """Return the reasons to look at an item, the heaviest first; none when it may stay as it is."""
    found = [*(_of_numbers(known, known.numbers) if known.numbers else ()), *_doubted(known)]
    return sorted(found, key=lambda reason: REASONS.index(reason.name))


def _of_numbers(known: Judged, numbers: Numbers) -> Iterator[Reason]:
    if numbers.people >= ENOUGH:
        yield from _lures(known.asked, numbers)
        yield from _hard(numbers)
        yield from _wrong_way(numbers)
        yield from _often(numbers)
        yield from _languages(known, numbers)


def _lures(questions: Sequence[Asked], numbers: Numbers) -> Iterator[Reason]:
    """A wrong option that more people tapped than any right one."""
    for one in questions:
        counts = {key: numbers.chosen.get(key, 0) for key in one.labels}
        wrong, tapped = {key: count for key, count in counts.items() if key not in one.right}, sum(counts.values())
        lure = max(wrong, key=wrong.__getitem__, default="")
        if tapped >= ENOUGH and lure and counts[lure] > max(counts[key] for key in one.right):
            yield Reason("lure", counts[lure] / tapped, lure)


def _hard(numbers: Numbers) -> Iterator[Reason]:
    if numbers.right and numbers.right.whole >= ENOUGH and numbers.right.high < LIMITS["hard"]:
        yield Reason("hard", numbers.right.value)


def _wrong_way(numbers: Numbers) -> Iterator[Reason]:
    if numbers.discrimination and numbers.discrimination.high < 0:
        yield Reason("wrong_way", numbers.discrimination.value)


def _often(numbers: Numbers) -> Iterator[Reason]:
    """What happens oftener than it should, and not by chance."""
    shares = {
        "unknown": numbers.unknown,
        "skipped": numbers.skipped,
        "too_hard": numbers.too_hard,
        "left": numbers.left,
    }
    for name, share in shares.items():
        if share and share.whole >= ENOUGH and share.low > LIMITS[name]:
            yield Reason(name, share.value)


def _languages(known: Judged, numbers: Numbers) -> Iterator[Reason]:
    """Speakers of one language know it less often than learners do together: the words may be the reason."""
    for language, theirs in sorted(known.by_language.items()):
        if numbers.right and theirs.whole >= ENOUGH and theirs.high < numbers.right.low:
            yield Reason("language", theirs.value, language)


def _doubted(known: Judged) -> Iterator[Reason]:
    return (Reason("doubted", about=language) for language in known.doubts)
