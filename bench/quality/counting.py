"""Counting on each kind of database: how long it takes, and how long others wait for the write lock at most."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import Connection, event

from bench.console.contest import QUICK, Sizes
from bench.console.worlds import Recipe, recipe, world
from bench.crash.databases import DATABASES
from bench.folders import working_folder
from bench.progress import bar
from bench.report import Finding, Options
from bot.catalogue.course import Courses
from bot.journeys import quality
from bot.journeys.quality import Wish
from bot.store import Store
from tests.fakes.course import REGION
from tests.fakes.house import MONDAY_NOON

DAY = timedelta(days=1)
LOOKS = 5
"""How often the page's numbers are asked for."""

COLUMNS = ("", "lessons", "seconds", "write lock, median", "write lock, longest", "numbers of all exercises")
NOTES = (
    "200 attempts of each learner; all but the seconds are milliseconds. On SQLite a turn may wait for the "
    "lock; between two portions the bot has half a second, which is not in the seconds. The last column is "
    "what a page reads.",
)


@dataclass
class Locks:
    """How long each transaction held the write lock, in milliseconds."""

    held: list[float] = field(default_factory=list)
    _begun: float = 0.0

    @contextmanager
    def watch(self, store: Store) -> Iterator[None]:
        """Note every transaction that writes."""
        event.listen(store.engine, "begin", self._begin)
        event.listen(store.engine, "commit", self._commit)
        yield
        event.remove(store.engine, "begin", self._begin)
        event.remove(store.engine, "commit", self._commit)

    def _begin(self, connection: Connection) -> None:
        self._begun = perf_counter()

    def _commit(self, connection: Connection) -> None:
        if connection.get_execution_options().get("write"):
            self.held.append(1000 * (perf_counter() - self._begun))


def measure(options: Options) -> Finding:
    """Count the practice of many learners, but for the last day; then that day."""
    sizes = QUICK if options.quick else Sizes()
    rows: list[tuple[str, ...]] = []
    with working_folder(options) as folder:
        what = recipe(folder, options.seed, sizes.lives, sizes.attempts)
        for database in DATABASES:
            rows += _on(database, folder, sizes.many, what)
    return Finding(f"How exercises do, with {sizes.many:,} learners", COLUMNS, tuple(rows), NOTES)


def _on(database: str, folder: Path, learners: int, what: Recipe) -> Iterator[tuple[str, ...]]:
    with world(folder, database, learners, what) as url:
        store = Store(url)
        yield row(f"{database}, for the first time", store, MONDAY_NOON)
        yield row(f"{database}, a day later", store, MONDAY_NOON + DAY)
        store.close()


def row(name: str, store: Store, now: datetime) -> tuple[str, ...]:
    """Count what there is at this moment; what came of it is a row of the table."""
    course, locks = Courses(store, REGION, lambda: now).current(), Locks()
    total, done, began = quality.waiting(store, now), 0, perf_counter()
    with locks.watch(store), bar(name, total) as told:
        for counted in quality.count_all(store, course, now):
            done += counted.lessons
            told(done)
    took = perf_counter() - began
    held = locks.held or [0.0]
    looks = [_timed(store, now) for _ in range(LOOKS)]
    return name, f"{done:,}", f"{took:.1f}", f"{median(held):.0f}", f"{max(held):.0f}", f"{median(looks):.0f}"


def _timed(store: Store, now: datetime) -> float:
    course, began = Courses(store, REGION, lambda: now).current(), perf_counter()
    quality.look(store, course, Wish())
    return 1000 * (perf_counter() - began)
