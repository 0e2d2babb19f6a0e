"""Graded answers, and the days on which there were some."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.learning.items import Grade


@dataclass(frozen=True)
class Attempt:
    """One graded answer; `at` is an aware time."""

    item_id: str
    grade: Grade
    at: datetime

    @property
    def recalled(self) -> bool:
        """Whether the learner knew it."""
        return self.grade.recalled


def days_practised(attempts: Iterable[Attempt], zone: tzinfo) -> list[date]:
    """Return the local dates with an attempt, each once, earliest first."""
    return sorted({attempt.at.astimezone(zone).date() for attempt in attempts})
