"""Organisations side by side: their teams, their staff, and how many learners each counsellor has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from random import Random

from bench.console.lives import Row
from bot.store.migrating import FIRST_ORGANISATION
from bot.store.people import Role
from bot.store.tables import Organisation, Staff, Team

FEWEST, MOST = 30, 80
"""Learners of a counsellor."""

FIRST = (50, 50)
"""Those of the first two in every world: whoever is measured has the same learners, however many others there are."""

COUNSELLORS_OF_TEAM = 4

NAMES = ("Lien", "Karim", "Sofie", "Tom", "Fatma", "Jan", "An", "Olga", "Peter", "Greet", "Samir", "Els", "Luc", "Noor")


@dataclass(frozen=True)
class Desk:
    """Where a learner is at home: their counsellor, and the counsellor's team and organisation."""

    organisation: str
    team: str
    counsellor: str


@dataclass
class Office:
    """An organisation: its rows, and one desk for each learner, a counsellor's learners one after the other."""

    id: str
    rows: list[tuple[type[Organisation] | type[Team] | type[Staff], Row]] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)


def offices(learners: int, now: datetime, random: Random) -> Sequence[Office]:
    """A large organisation with so many learners, and two neighbours, each with one in fifty as many."""
    sizes = (learners, learners // 50, learners // 50)
    return [_office(number, size, now, random) for number, size in enumerate(sizes)]


def caseloads(learners: int, random: Random) -> Iterator[int]:
    """How many learners each counsellor has."""
    left = learners
    for first in FIRST:
        if left >= first:
            left -= first
            yield first
    while left > MOST:
        size = random.randint(FEWEST, min(MOST, left - FEWEST))
        left -= size
        yield size
    if left:
        yield left


def _office(number: int, learners: int, now: datetime, random: Random) -> Office:
    office = Office(FIRST_ORGANISATION if number == 0 else f"office{number}")
    sizes = [*caseloads(learners, random)]
    teams = [f"team{number}-{place}" for place in range(ceil(len(sizes) / COUNSELLORS_OF_TEAM))]
    if number:
        office.rows.append((Organisation, {"id": office.id, "name": f"Organisatie {number}", "created_at": now}))
    office.rows += [(Team, {"id": team, "organisation_id": office.id, "name": team}) for team in teams]
    above = [(role.value, role, None) for role in (Role.LEAD, Role.COORDINATOR, Role.ADMINISTRATOR)]
    leads = [(f"lead-{team}", Role.LEAD, team) for team in teams]
    for name, role, team in (*above, *leads):
        office.rows.append((Staff, _member(f"{number}-{name}", office.id, team, role, now, random)))
    for place, size in enumerate(sizes):
        team, name = teams[place // COUNSELLORS_OF_TEAM], f"{number}-counsellor{place}"
        office.rows.append((Staff, _member(name, office.id, team, Role.COUNSELLOR, now, random)))
        office.desks += [Desk(office.id, team, name)] * size
    return office


def _member(name: str, office: str, team: str | None, role: Role, now: datetime, random: Random) -> Row:
    return {
        "id": name,
        "organisation_id": office,
        "team_id": team,
        "name": f"{random.choice(NAMES)} {name}",
        "email": f"{name}@example.org",
        "role": role.value,
        "language": "nl",
        "created_at": now,
    }
