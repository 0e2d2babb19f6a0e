"""Demo data: fictional staff and learners with eight weeks of practice, to try everything out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from bot.catalogue.course import Course
from bot.journeys.demo.caseload import GROUP, LEARNERS
from bot.journeys.demo.lives import colleague, life
from bot.journeys.demo.people import LIEN, STAFF, TEAM, TEAMS, Person
from bot.store import Conflict, Store, learners, people
from bot.store.ids import new_id
from bot.store.tables import Base, Group, GroupMember, Learner, Organisation, Staff, Team

Progress = Callable[[int, int], None]
"""Called after every learner with how many are done, and of how many."""

FIRST_ACCOUNT = 5_000_000_001
"""Their Telegram accounts, which no phone of the simulator has."""

GROUP_BEGAN = timedelta(weeks=4)
"""So long ago."""


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
    teams = {name: Team(id=new_id(random), organisation_id=home.id, name=name) for name in TEAMS}
    staff = [colleague(one, home, teams, now, random) for one in STAFF]
    yield [*teams.values()]
    yield staff
    in_group: list[Learner] = []
    for place, person in enumerate(LEARNERS):
        for rows in life(person, FIRST_ACCOUNT + place, staff[person.counsellor], course, now, random):
            in_group += [row for row in rows if isinstance(row, Learner) and _in_group(person)]
            yield rows
        progress(place + 1, len(LEARNERS))
    yield from _group(in_group, home, staff[LIEN], now - GROUP_BEGAN, random)


def _group(
    learners: Sequence[Learner], home: Organisation, leader: Staff, began: datetime, random: Random
) -> Iterator[Sequence[Base]]:
    """A class with those who were there when it began, and those who came later."""
    group = Group(id=new_id(random), organisation_id=home.id, name=GROUP, staff_id=leader.id, made_at=began)
    yield [group]
    yield [GroupMember(group_id=group.id, learner_id=one.id, since=max(began, one.created_at)) for one in learners]


def _in_group(person: Person) -> bool:
    return person.counsellor == LIEN and person.sector == "construction"
