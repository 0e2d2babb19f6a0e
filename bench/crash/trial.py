"""One trial: a bot is killed and started again, time after time, while people talk to it; then the reckoning."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.crash.kept import Kept
from bench.crash.verdict import Verdict, is_done, judge
from bench.crash.victim import Mother
from bench.crash.world import TOKEN, World, world
from bot.catalogue.course import Courses
from bot.catalogue.publish import publish
from bot.i18n import Catalogues
from bot.journeys.understanding import Brain
from bot.settings import CONTENT, Enrolment, LogFormat, Settings
from bot.store import Store, counts
from bot.store.migrating import upgrade
from bot.wiring.parts import clock

BEGIN_SECONDS = 120.0
STANDSTILL = 60.0
"""Seconds in which the last bot must have got on with what waits: a slow machine may take long over all of it."""

LOOK_AGAIN = 0.25

AT_START = 0.2
"""The share of kills whose moment counts from the fork, not from when the bot receives updates."""


@dataclass(frozen=True)
class Plan:
    """How a trial goes.

    Args:
        kills: how often a bot is killed.
        people: how many learners talk to it.
        longest: the most seconds that every other bot works before it is killed.
        pause: seconds between two deeds of a learner, on average.
        seed: decides the moments, and what learners do.
    """

    kills: int
    people: int
    longest: float
    pause: float
    seed: int


def hold(
    plan: Plan, database: str, folder: Path, brain: Brain, catalogues: Catalogues, killed: Callable[[], None]
) -> Verdict:
    """Hold a trial on the empty database at this address. ``killed`` is called after every kill.

    Raises RuntimeError when a bot ends by itself or does not work off what waits.
    """
    with world(plan.people, plan.pause, plan.seed) as outside:
        settings = _settings(database, folder, outside.url)
        _prepare(settings)
        mother = Mother(brain, catalogues, settings, folder / "victims.log")
        _let_people_begin(mother, outside, plan, killed)
        _kill_again_and_again(mother, plan, killed)
        deeds = _let_it_end(mother, outside)
        return _reckon(mother, outside, deeds, plan)


def _settings(database: str, folder: Path, url: str) -> Settings:
    """Settings that the environment has no say in."""
    return Settings(
        data_dir=folder,
        database_url=database,
        telegram_token=TOKEN,
        telegram_api_url=url,
        telegram_webhook_url=None,
        enrolment=Enrolment.OPEN,
        region="be-vlg",
        log_format=LogFormat.TEXT,
    )


def _prepare(settings: Settings) -> None:
    store = Store(settings.database)
    upgrade(store, clock())
    publish(CONTENT, store, clock())
    # Fills the cache of the phrasebook, which victims inherit: a bot builds it while its model loads.
    Courses(store, settings.region, clock).current()
    # A fork must not share a connection with its mother.
    store.close()


def _let_people_begin(mother: Mother, outside: World, plan: Plan, killed: Callable[[], None]) -> None:
    """The first bot lives until a third of the people are in the middle of a lesson. It is killed too."""
    victim = mother.fork()
    until = time.monotonic() + BEGIN_SECONDS
    while outside.learning() < plan.people / 3 and time.monotonic() < until:
        time.sleep(LOOK_AGAIN)
    victim.kill()
    killed()


def _kill_again_and_again(mother: Mother, plan: Plan, killed: Callable[[], None]) -> None:
    random = Random(plan.seed)
    # The first bot was killed already.
    for _ in range(plan.kills - 1):
        victim = mother.fork()
        # Some die while they start.
        if random.random() > AT_START:
            victim.wait_until_ready()
        time.sleep(random.uniform(0, plan.longest))
        victim.kill()
        killed()


def _let_it_end(mother: Mother, outside: World) -> int:
    """The last bot works off what waits. Returns how many updates there were."""
    victim = mother.fork()
    deeds = outside.finish()
    store = Store(mother.settings.database)
    waits, until = counts.of_queues(store), time.monotonic() + STANDSTILL
    while not is_done(store, deeds):
        if waits != (now := counts.of_queues(store)):
            waits, until = now, time.monotonic() + STANDSTILL
        if time.monotonic() > until:
            victim.kill()
            raise RuntimeError(f"For {STANDSTILL:.0f} s the same has waited: {waits}")
        time.sleep(LOOK_AGAIN)
    store.close()
    victim.stop()
    return deeds


def _reckon(mother: Mother, outside: World, deeds: int, plan: Plan) -> Verdict:
    record, store = outside.record(), Store(mother.settings.database)
    # For whoever looks for the cause of a fault.
    (mother.settings.data_dir / "record.json").write_text(json.dumps(record, default=vars))
    verdict = judge(Kept.read(store), record, mother.log.read_text(), deeds, plan.kills)
    store.close()
    return verdict
