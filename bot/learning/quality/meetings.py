"""First meetings: what came of the items that a learner saw for the first time, in one lesson."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.learning.items import Grade

LATEST = timedelta(days=1)
"""A lesson is looked at as it is so long after its beginning: by then, who has not gone on has left it."""


class Outcome(StrEnum):
    """What came of a meeting; ``seen`` is all that can come of an item that asks nothing."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    SEEN = "seen"
    LEFT = "left"


@dataclass(frozen=True)
class Answered:
    """A graded answer; ``chosen`` are the keys of the options that were tapped, if it was tapped."""

    at: datetime
    grade: Grade
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """An item put before a learner.

    Attributes:
        item_id, revision: what was shown.
        asks: whether it asks for something.
        first: whether this learner never saw the item before, in whatever revision.
        shown_at, closed_at: from when to when it was open; None while it is.
        too_hard: whether the learner said so of it.
        answer: what was answered.
    """

    item_id: str
    revision: int
    asks: bool
    first: bool
    shown_at: datetime
    closed_at: datetime | None = None
    too_hard: bool = False
    answer: Answered | None = None


@dataclass(frozen=True)
class Run:
    """A lesson: when it began, whether items are left of its plan, what was shown in it, in that order.

    ``rest`` is how the learner did before it: the part of right answers in hundredths; None when there were too few.
    """

    started_at: datetime
    unfinished: bool
    rest: int | None
    shown: Sequence[Shown]


@dataclass(frozen=True)
class Meeting:
    """A learner's first meeting with an item.

    Attributes:
        item_id, revision: what was met.
        outcome: what came of it.
        place: how many items of the lesson it was, from 1.
        too_hard: whether the learner said so.
        seconds: until the answer; None without one.
        chosen: the options that were tapped.
        rest: as of the lesson.
    """

    item_id: str
    revision: int
    outcome: Outcome
    place: int
    too_hard: bool = False
    seconds: float | None = None
    chosen: tuple[str, ...] = ()
    rest: int | None = None


def meetings(run: Run) -> Iterator[Meeting]:
    """Yield the first meetings of a lesson, in its order.

    What happened more than ``LATEST`` after its beginning does not count, so that it is the same whenever it is asked.
    """
    end = run.started_at + LATEST
    shown = [one for one in run.shown if one.shown_at <= end]
    by_item: dict[str, list[Shown]] = defaultdict(list)
    for one in shown:
        by_item[one.item_id].append(one)
    for place, showings in enumerate(by_item.values(), 1):
        if showings[0].first:
            yield _meeting(run, showings, place, end, shown[-1])


def _meeting(run: Run, showings: Sequence[Shown], place: int, end: datetime, last: Shown) -> Meeting:
    """What came of the showings of one item: one that was asked to be repeated has several before its answer."""
    first, latest = showings[0], showings[-1]
    too_hard = any(one.too_hard for one in showings)
    answer = next((one.answer for one in showings if one.answer and one.answer.at <= end), None)
    if answer is None:
        is_left = latest is last and _is_left(run, latest, end)
        outcome = Outcome.LEFT if is_left else Outcome.SKIPPED if first.asks else Outcome.SEEN
        return Meeting(first.item_id, first.revision, outcome, place, too_hard)
    return Meeting(
        item_id=first.item_id,
        revision=first.revision,
        outcome=_outcome(answer.grade),
        place=place,
        too_hard=too_hard,
        seconds=(answer.at - first.shown_at).total_seconds(),
        chosen=answer.chosen,
        rest=run.rest,
    )


def _is_left(run: Run, shown: Shown, end: datetime) -> bool:
    """Whether a lesson ended at its last item, without an answer to it: it stays open, or other items were to come."""
    return shown.closed_at is None or shown.closed_at > end or run.unfinished


def _outcome(grade: Grade) -> Outcome:
    if grade.recalled:
        return Outcome.RIGHT
    return Outcome.UNKNOWN if grade is Grade.UNKNOWN else Outcome.WRONG
