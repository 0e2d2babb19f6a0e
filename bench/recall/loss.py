"""How well answers are predicted."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import log
from statistics import fmean

from bench.recall.answers import History, apart
from bench.recall.plans import NewPlan, Plan

SURE = 0.999
"""No prediction counts as surer than this: one answer shall not decide."""


def log_loss(histories: Iterable[History], new_plan: NewPlan) -> float:
    """The mean surprise at each answer that came a night or more after the one before.

    In natural logarithms: 0 is perfect, 0.69 a coin.
    """
    return fmean(loss for history in histories for loss in _losses(history, new_plan()))


def constant_loss(histories: Iterable[History]) -> float:
    """The loss of who knows the share of right answers beforehand and always predicts that: a yardstick."""
    answers = [later[0] for history in histories for earlier, later in pairwise(history) if apart(earlier, later)]
    share = fmean(answers)
    return fmean(surprise(right, share) for right in answers)


def surprise(right: bool, chance: float) -> float:
    """The loss of one answer for which this chance (0 to 1) of being right was predicted."""
    chance = min(max(chance, 1 - SURE), SURE)
    return -log(chance if right else 1 - chance)


def _losses(history: History, plan: Plan) -> Iterator[float]:
    plan.answered(*history[0])
    for earlier, later in pairwise(history):
        if apart(earlier, later):
            yield surprise(later[0], plan.chance(later[1]))
        plan.answered(*later)
