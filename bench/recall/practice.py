"""Half a year of practice with one scheduler, and what it cost and brought."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bench.recall.learners import Learner
from bench.recall.minds import Mind
from bench.recall.plans import DAY, FIRST, NewPlan, Plan

HORIZON = 180
"""Days."""

LOOKED_AT = 28
"""The last days, over which the retained items are averaged: one good day shall not decide."""

NEW = 2
"""Items met for the first time in each lesson."""

ONE_ANSWER = timedelta(seconds=30)


@dataclass(frozen=True)
class Outcome:
    """What practice cost and brought.

    Args:
        reviews: all answers.
        met: items that were asked at least once.
        retained: items that are recalled, by the simulation's truth, each evening of the last days.
    """

    reviews: int
    met: int
    retained: float

    @property
    def cost(self) -> float:
        """Reviews for one retained item."""
        return self.reviews / self.retained

    @property
    def retention(self) -> float:
        """The share of the items met that is retained, 0 to 1."""
        return self.retained / self.met


@dataclass
class _Met:
    """An item that was met: what is true, and what is planned."""

    mind: Mind
    plan: Plan
    due_at: datetime


@dataclass
class _Desk:
    """What lies before a learner."""

    met: list[_Met] = field(default_factory=list)
    reviews: int = 0

    def lesson(self, new: Sequence[_Met], at: datetime) -> None:
        """Ask what is due today, then what is new; what was missed or is due again today comes once more at the end."""
        end_of_day = at.replace(hour=0, minute=0, second=0, microsecond=0) + DAY
        today = [*(item for item in self.met if item.due_at < end_of_day), *new]
        self.met += new
        again = []
        for item in today:
            right = item.mind.answer(at)
            item.due_at = item.plan.answered(right, at)
            at += ONE_ANSWER
            again += [] if right and item.due_at >= end_of_day else [item]
        for item in again:
            right = item.mind.answer(at)
            # Who wants to see it tomorrow gets no say in today's second try.
            if item.due_at < end_of_day:
                item.due_at = item.plan.answered(right, at)
            at += ONE_ANSWER
        self.reviews += len(today) + len(again)

    def recalled(self, at: datetime) -> float:
        """How many items are recalled, in expectation."""
        return sum(item.mind.chance(at) for item in self.met)


def practise(learner: Learner, new_plan: NewPlan, days: int = HORIZON) -> Outcome:
    """Let a learner practise so many days, with two new items in each lesson and no limit to what is due."""
    desk, evenings = _Desk(), []
    for day, at in enumerate(learner.lessons(days)):
        if at:
            first = len(desk.met)
            desk.lesson([_Met(learner.item(number), new_plan(), at) for number in range(first, first + NEW)], at)
        if day >= days - LOOKED_AT:
            evenings.append(desk.recalled(FIRST + (day + 1) * DAY))
    return Outcome(desk.reviews, len(desk.met), sum(evenings) / len(evenings))
