"""Lessons and meetings for tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.learning.items import Grade
from bot.learning.quality import Answered, Meeting, Run, Shown, Tally
from bot.learning.quality.meetings import Outcome
from bot.learning.quality.sums import Sums

BEGAN = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def shown(item_id: str, after: int, grade: Grade | None = None, **changes: Any) -> Shown:
    """An item shown so many seconds after the beginning; answered, and so closed, 10 seconds later."""
    at = BEGAN + after * SECOND
    answer = Answered(at + 10 * SECOND, grade, changes.pop("chosen", ())) if grade else None
    values = {"asks": True, "first": True, "closed_at": answer.at if answer else None, **changes}
    return Shown(item_id, 1, shown_at=at, answer=answer, **values)


def run(*each: Shown, unfinished: bool = False, rest: int | None = 50) -> Run:
    """A lesson in which these were shown."""
    return Run(BEGAN, unfinished, rest, each)


def meeting(outcome: Outcome = Outcome.RIGHT, **changes: Any) -> Meeting:
    """A first meeting with item ``a``."""
    return Meeting("a", 1, outcome, **{"place": 1, **changes})


def summed(*each: Meeting) -> Sums:
    """What is told of meetings."""
    tally = Tally()
    for one in each:
        tally.add(one)
    return tally.told
