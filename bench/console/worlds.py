"""Worlds for a measurement: databases of several sizes, gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.console.lives import ATTEMPTS, Life, live
from bench.console.world import Plan, fill
from bench.crash.databases import DATABASES
from bench.progress import bar
from bot.catalogue.course import Course
from bot.store import Store, migrating
from tests.fakes.course import publish_course, published_course
from tests.fakes.house import MONDAY_NOON
from tests.fakes.stores import sqlite_url

LIVES = 60


@dataclass(frozen=True)
class Recipe:
    """What all worlds of a measurement share: the course, the lives that were lived with it, the seed."""

    course: Course
    lives: tuple[Life, ...]
    seed: int


def recipe(folder: Path, seed: int, lives: int = LIVES, attempts: int = ATTEMPTS) -> Recipe:
    """Let so many lives be lived, each until so many attempts were made. ``folder`` is for the course."""
    store = _migrated(sqlite_url(folder / "course.db"))
    course = published_course(store, MONDAY_NOON)
    lived = []
    with bar("Lessons for learners to be", lives) as told:
        for number in range(lives):
            lived.append(live(course, MONDAY_NOON, Random(f"life {number} of {seed}"), attempts))
            told(number + 1)
    store.close()
    return Recipe(course, tuple(lived), seed)


@contextmanager
def world(folder: Path, database: str, learners: int, what: Recipe) -> Iterator[str]:
    """The address of a new database, by its name in ``DATABASES``, with so many learners."""
    mine = folder / f"{database}-{learners}"
    mine.mkdir()
    plan = Plan(learners, what.lives, what.course, MONDAY_NOON, what.seed)
    with DATABASES[database](mine) as url, bar(f"{learners:,} learners on {database}", plan.steps) as told:
        store = _migrated(url)
        publish_course(store, MONDAY_NOON)
        store.close()
        fill(url, plan, told)
        yield url


def _migrated(url: str) -> Store:
    store = Store(url)
    migrating.upgrade(store, MONDAY_NOON)
    return store
