"""Every scheduler with the same simulated learners, and with the same answers to predict."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias

import fsrs

from bench.recall.answers import History, asked_at_random
from bench.recall.learners import Learner
from bench.recall.loss import constant_loss, log_loss
from bench.recall.minds import HalfLife, Mind, PowerLaw
from bench.recall.plans import Daily, Fsrs, FsrsByDays, Leitner, NewPlan, Sm2, Werkmaat
from bench.recall.practice import HORIZON, Outcome, practise
from bot.learning.recall import SCHEDULER

OURS, PY_FSRS = "Werkmaat", "py-fsrs"

RIVALS: Mapping[str, NewPlan] = {
    OURS: Werkmaat,
    PY_FSRS: partial(Fsrs, fsrs.Scheduler()),
    "SM-2": Sm2,
    "Leitner (1, 2, 7 days)": partial(Leitner, (1, 2, 7)),
    "Leitner (1, 2, 4, ... 64 days)": partial(Leitner, (1, 2, 4, 8, 16, 32, 64)),
    "everything daily": Daily,
}

KINDS: Mapping[str, type[Mind]] = {"half-life": HalfLife, "power law": PowerLaw}

AIMS = (0.75, 0.8, 0.84, 0.87, 0.9, 0.92, 0.94, 0.96, 0.98)
"""Retentions that our FSRS could aim at, to compare it with others at theirs. The bot aims at 0.9."""

ITEMS_TO_PREDICT = 40
"""Of each learner."""

CONSTANT = "always the mean"

Step: TypeAlias = Callable[[], None]


@dataclass
class Results:
    """What one kind of learner gave, one entry a learner.

    Args:
        outcomes: of each scheduler.
        aims: of our FSRS for each retention that it could aim at.
        losses: of each scheduler, and of the yardstick.
    """

    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)
    aims: dict[float, list[Outcome]] = field(default_factory=dict)
    losses: dict[str, list[float]] = field(default_factory=dict)


def compete(kind: type[Mind], learners: int, seed: int, step: Step) -> Results:
    """Let so many learners of one kind practise with each scheduler. ``step`` is called after each of them."""
    results = Results()
    for number in range(learners):
        learner = Learner(kind, number, seed)
        for name, plan in RIVALS.items():
            results.outcomes.setdefault(name, []).append(_practise(learner, plan))
        for aim in AIMS:
            results.aims.setdefault(aim, []).append(_practise(learner, aiming_at(aim)))
        for name, loss in predict(asked_at_random(learner, ITEMS_TO_PREDICT, HORIZON)).items():
            results.losses.setdefault(name, []).append(loss)
        step()
    return results


def aiming_at(retention: float) -> NewPlan:
    """Our FSRS, aiming at another retention than 0.9."""
    return partial(FsrsByDays, fsrs.Scheduler.from_dict({**SCHEDULER.to_dict(), "desired_retention": retention}))


def predict(histories: Sequence[History]) -> dict[str, float]:
    """The log-loss of every scheduler, and of the yardstick, on the same answers."""
    losses = {name: log_loss(histories, plan) for name, plan in RIVALS.items()}
    return {**losses, CONSTANT: constant_loss(histories)}


def _practise(learner: Learner, plan: NewPlan) -> Outcome:
    # py-fsrs moves its due days by chance, and takes it from Python's own generator.
    random.seed(f"{learner.seed} {learner.number}")
    return practise(learner, plan)
