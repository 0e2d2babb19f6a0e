"""Demo data: fictional staff and learners with eight weeks of practice, to try everything out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from random import Random

from bot.catalogue.course import Course
from bot.journeys.demo.lives import colleague, life
from bot.journeys.demo.people import LEARNERS, STAFF, TEAM
from bot.store import Conflict, Store, learners, people
from bot.store.ids import new_id
from bot.store.tables import Base, Organisation, Team

Progress = Callable[[int, int], None]
"""Called after every learner with how many are done, and of how many."""

FIRST_ACCOUNT = 5_000_000_001
"""Their Telegram accounts, which no phone of the simulator has."""


def is_there(store: Store) -> bool:
    """Whether the demo's people were made before, even if some were erased since."""
    return any(team.name == TEAM for team in people.teams(store))


def create(
    store: Store, course: Course, now: datetime, random: Random, progress: Progress = lambda done, total: None
) -> bool:
    """Make the demo's people, in one transaction, unless they were made before. Never call it with a token set.

    Args:
        store: an up-to-date database.
        course: what is published; its items are what was practised.
        now: an aware time, at which the eight weeks end.
        random: seeded, it makes the same people again.
        progress: told after every learner.

    Returns:
        Whether they were made now.
    """
    if is_there(store):
        return False
    home = learners.home_organisation(store)
    try:
        with store.writing() as session:
            for rows in _everybody(home, course, now, random, progress):
                session.add_all(rows)
                session.flush()
    except Conflict:
        # Another process made the same people at the same moment.
        return False
    return True


def _everybody(
    home: Organisation, course: Course, now: datetime, random: Random, progress: Progress
) -> Iterator[Sequence[Base]]:
    """Yield groups of rows, each of which refers only to those before it."""
    team = Team(id=new_id(random), organisation_id=home.id, name=TEAM)
    staff = [colleague(one, team, now, random) for one in STAFF]
    yield [team]
    yield staff
    for place, person in enumerate(LEARNERS):
        yield from life(person, FIRST_ACCOUNT + place, team, staff[person.counsellor], course, now, random)
        progress(place + 1, len(LEARNERS))
