"""One step of load: so many deeds a second, and how long each took until its turn was kept."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from math import ceil
from pathlib import Path

from bench import moments
from bench.moments import Moments, NotedBrain
from bench.numbers import percentile
from bench.outside import Deed
from bench.service import Place, model, place
from bench.throughput.crowd import Rush, rush
from bot.simulator.rates import counts

EVERY = 5.0
"""Seconds between two deeds of one learner: so that many learners act."""

WARM_UP = 5.0
"""Seconds that do not count: every learner begins a lesson."""

BEARABLE = 1.0
"""Seconds within which 95 % of the turns are to be kept."""

PATIENCE = 120.0
LOOK_AGAIN = 0.25


@dataclass(frozen=True)
class Step:
    """What was found at one load.

    Attributes:
        rate: turns a second.
        learners: how many acted.
        taps: seconds from a deed on the phone to the commit of its turn.
        turns: seconds from the inbox to the commit.
        sent: messages a second that went out meanwhile.
    """

    rate: float
    learners: int
    taps: Sequence[float]
    turns: Sequence[float]
    sent: float

    @property
    def bearable(self) -> bool:
        """Whether learners would put up with it."""
        return percentile(self.taps, 0.95) < BEARABLE


def take(folder: Path, rate: float, seconds: float, seed: int) -> Step:
    """Measure one load for so many seconds, with a bot and a database of its own in ``folder``.

    Raises RuntimeError when turns were not kept, or not once.
    """
    folder.mkdir()
    people, notes = ceil(rate * EVERY), folder / "kept"
    brain, catalogues = model()
    noted = NotedBrain(brain, notes)
    with place(folder, people, noted, catalogues, rush) as here:
        deeds = _let_rush(here, notes, rate, WARM_UP + seconds, seed)
        with here.store() as store:
            received = moments.received(store)
        sent = [call.at for call in here.world.calls() if counts(call.method) and call.status == HTTPStatus.OK]
    noted.close()
    return step(deeds, received, moments.kept(notes), sent, people)


def step(deeds: Sequence[Deed], received: Moments, kept: Moments, sent: Sequence[float], people: int) -> Step:
    """What follows from the deeds, from when each stood in the inbox and was kept, and from when messages were sent.

    Raises RuntimeError when they do not belong together.
    """
    begin, end = deeds[0].at + WARM_UP, deeds[-1].at
    all_at = [at for _, at in moments.together(moments.done(deeds), received, kept)]
    counted = [at for at in all_at if at[0] >= begin]
    return Step(
        rate=len(counted) / (end - begin),
        learners=people,
        taps=[ends - tapped for tapped, _, ends in counted],
        turns=[ends - came for _, came, ends in counted],
        sent=sum(begin <= at < end for at in sent) / (end - begin),
    )


def climb(measure: Callable[[float], Step], loads: Sequence[float], between: int) -> list[Step]:
    """Measure rising loads up to the first that is too much, then so many halfway to the last that was not.

    Returns the steps, the lightest first.
    """
    good, steps = 0.0, []
    for load in loads:
        steps.append(measure(load))
        if not steps[-1].bearable:
            steps += _halfway(measure, good, load, between)
            break
        good = load
    return sorted(steps, key=lambda one: one.rate)


def _halfway(measure: Callable[[float], Step], good: float, bad: float, times: int) -> list[Step]:
    steps = []
    for _ in range(times):
        middle = (good + bad) / 2
        steps.append(measure(middle))
        good, bad = (middle, bad) if steps[-1].bearable else (good, middle)
    return steps


def _let_rush(here: Place, notes: Path, rate: float, seconds: float, seed: int) -> list[Deed]:
    settings = here.mother.settings
    bot = here.mother.fork()
    bot.wait_until_ready()
    here.world.begin(Rush(here.world.phones, rate, seconds, seed, settings.database, settings.region))
    deeds: list[Deed] = here.world.result()
    until = time.monotonic() + PATIENCE
    while sum(map(len, moments.kept(notes).values())) < len(deeds) and time.monotonic() < until:
        time.sleep(LOOK_AGAIN)
    bot.kill()
    return deeds
