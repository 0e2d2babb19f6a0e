"""A database with many learners: the same code fills SQLite and PostgreSQL."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import Connection, Engine, text

from bench.console.around import around
from bench.console.copying import Copying
from bench.console.lives import Life, Row
from bench.console.offices import offices
from bench.console.rows import put
from bench.console.somebody import Somebody, learner_row, somebody
from bot.catalogue.course import Course
from bot.store import sqlite
from bot.store.database import open_engine
from bot.store.tables import Base, Group, GroupMember, Learner

GROUP = 15
GROUPS_OF_LEARNERS = 30
"""A counsellor has a group for so many learners."""

IN_A_HURRY = {
    **sqlite.PRAGMAS,
    "synchronous": "OFF",
    "foreign_keys": "OFF",
    "secure_delete": "OFF",
    "cache_size": -500_000,
}
"""A fill that breaks off is thrown away: it need not wait for the disk."""

Told = Callable[[int], None]


@dataclass(frozen=True)
class Plan:
    """What a world is made of.

    Attributes:
        learners: of the large organisation; its neighbours have some too.
        lives: what they may have practised.
        course: what is published.
        now: when the newest of it happened.
        seed: of all randomness.
    """

    learners: int
    lives: Sequence[Life]
    course: Course
    now: datetime
    seed: int

    @property
    def steps(self) -> int:
        """How often ``fill`` tells how far it is."""
        return max(len(life.lessons) for life in self.lives) + 1


def fill(url: str, plan: Plan, told: Told = lambda done: None) -> None:
    """Fill a database that has its tables and its course. Tells after each step how many are done."""
    engine = open_engine(url, IN_A_HURRY)
    with engine.begin() as connection:
        people = _people(connection, plan)
        copying = Copying(connection, people)
        told(1)
        # As it happened: the first lesson of everybody, then the second one. Nobody's rows stand side by side.
        for number in range(plan.steps - 1):
            copying.copy(number)
            told(number + 2)
    _count(engine)
    engine.dispose()


def _people(connection: Connection, plan: Plan) -> list[Somebody]:
    """Everybody, with all that is kept of them but their practice."""
    everywhere = offices(plan.learners, plan.now, Random(plan.seed))
    for office in everywhere:
        put(connection, office.rows)
    desks = [desk for office in everywhere for desk in office.desks]
    people = [somebody(number, desk, plan.lives, plan.seed) for number, desk in enumerate(desks)]
    jobs: dict[str, list[str]] = defaultdict(list)
    for job in plan.course.jobs.values():
        jobs[job.sector].append(job.id)
    put(connection, ((Learner, learner_row(one, jobs, plan.now)) for one in people))
    put(connection, (row for one in people for row in around(one, plan.course, plan.now)))
    put(connection, _groups(people))
    return people


def _groups(people: Iterable[Somebody]) -> Iterator[tuple[type[Base], Row]]:
    """A counsellor's first learners make their first group."""
    by_counsellor: dict[str, list[Somebody]] = defaultdict(list)
    for one in people:
        by_counsellor[one.desk.counsellor].append(one)
    for counsellor, theirs in by_counsellor.items():
        for number in range(len(theirs) // GROUPS_OF_LEARNERS):
            members = theirs[GROUP * number : GROUP * (number + 1)]
            since = max(one.began for one in members)
            group = {"id": f"g{number}{counsellor}", "organisation_id": members[0].desk.organisation}
            yield Group, {**group, "name": f"Groep {number + 1}", "staff_id": counsellor, "made_at": since}
            for one in members:
                yield GroupMember, {"group_id": group["id"], "learner_id": one.id, "since": since}


def _count(engine: Engine) -> None:
    """PostgreSQL counts by itself within a minute or so what a table holds: here it does so at once."""
    if engine.dialect.name == "postgresql":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("VACUUM ANALYZE"))
