"""Simulated learners: what they bring along, and when they practise."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from math import exp
from random import Random

from bench.recall.minds import Mind
from bench.recall.plans import DAY, FIRST

WEEK = 7

LEARNERS_DIFFER = 0.3
"""Standard deviation of the logarithm of a learner's ease. Assumed: one person's log cannot say it."""

HOUR, JITTER = timedelta(hours=8), timedelta(minutes=45)


@dataclass(frozen=True)
class Learner:
    """Somebody who practises on three to seven days a week, the same with every scheduler.

    Args:
        forgets: the kind of memory.
        number: which learner.
        seed: of all learners.
    """

    forgets: type[Mind]
    number: int
    seed: int

    def item(self, number: int) -> Mind:
        """An item that the learner has not met yet."""
        random = self._random(f"item {number}")
        return self.forgets(exp(random.gauss(0, self.forgets.items_differ) + self._ability), self._knows, random)

    def lessons(self, days: int) -> list[datetime | None]:
        """When the learner practises on each day from the first on; None where not."""
        random = self._random("days")
        a_week = random.randint(3, WEEK)
        weeks = (random.sample(range(WEEK), a_week) for _ in range(0, days, WEEK))
        chosen = {week * WEEK + day for week, some in enumerate(weeks) for day in some}
        return [
            FIRST + day * DAY + HOUR + random.gauss(0, 1) * JITTER if day in chosen else None for day in range(days)
        ]

    def _random(self, what: str) -> Random:
        return Random(f"{self.seed} {self.number} {what}")

    @cached_property
    def _ability(self) -> float:
        return self._random("ability").gauss(0, LEARNERS_DIFFER)

    @cached_property
    def _knows(self) -> float:
        return self._random("knows").uniform(0.2, 0.6)
