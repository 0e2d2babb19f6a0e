"""Who is told of an alert, and when, until somebody takes it on. Pure: the clock calls it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import takewhile

from bot.safeguarding.hours import StaffedHours


class Rung(IntEnum):
    """Whose turn it is to be told; each rung is told together with those below it."""

    COUNSELLOR = 0
    STAND_IN = 1
    LEAD = 2
    ADMINISTRATOR = 3


STEPS = (
    (timedelta(), Rung.COUNSELLOR),
    (timedelta(minutes=30), Rung.STAND_IN),
    (timedelta(hours=2), Rung.LEAD),
)
"""How long after an alert which rung is told: by the clock on the wall at any hour, or else in staffed time."""

MORNINGS = Rung.ADMINISTRATOR
"""Every staffed morning after that, all rungs are told."""


@dataclass(frozen=True)
class Person:
    """Somebody who can be told. ``away``: their stand-in is told instead, if they have one who is there."""

    id: str
    away: bool = False
    stand_in: "Person | None" = None


@dataclass(frozen=True)
class Ladder:
    """Who stands on each rung for one learner; the stand-in's rung follows from the counsellor."""

    counsellor: Person | None = None
    leads: tuple[Person, ...] = ()
    administrators: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Case:
    """An open alert, as far as telling goes.

    ``at_any_hour``: it does not wait for staffed hours. ``taken_on``: when and by whom it was acknowledged.
    """

    at: datetime
    at_any_hour: bool
    taken_on: tuple[datetime, Person] | None = None


@dataclass(frozen=True)
class Telling:
    """People to tell, and the moment at which that was due: it tells this telling from all others."""

    at: datetime
    people: tuple[str, ...]


@dataclass(frozen=True)
class Answering:
    """Who is to answer an alert. ``until`` is when they are told again, and ``then`` those besides them.

    Once it is taken on, that is whoever took it on alone. Nobody is to answer before staffed hours begin.
    """

    people: tuple[str, ...]
    until: datetime
    then: tuple[str, ...] = ()


def due(case: Case, ladder: Ladder, hours: StaffedHours, now: datetime) -> Telling | None:
    """The newest telling whose moment has come; None when there is none yet, or nobody to tell.

    Older ones are not made up for: who is told now need not be told twice. Once taken on, only who took it on is
    reminded, each staffed morning, until what was done is noted and the alert closed.

    Args:
        case: the alert.
        ladder: who there is.
        hours: when somebody reads.
        now: the moment, in UTC.
    """
    reached = [*takewhile(lambda moment: moment[0] <= now, _moments(case, hours))]
    if not reached:
        return None
    at, rung = reached[-1]
    people = _there(case.taken_on[1]) if case.taken_on else _on(rung, ladder)
    return Telling(at, people) if people else None


def answering(case: Case, ladder: Ladder, hours: StaffedHours, now: datetime) -> Answering:
    """Who is to answer an alert now, and when that becomes more people's turn. Arguments are those of ``due``."""
    told = due(case, ladder, hours, now)
    until, rung = next(moment for moment in _moments(case, hours) if moment[0] > now)
    if case.taken_on:
        return Answering((case.taken_on[1].id,), until)
    people = told.people if told else ()
    return Answering(people, until, tuple(one for one in _on(rung, ladder) if one not in people))


def everybody(ladder: Ladder) -> frozenset[str]:
    """All who may be told of a learner's alerts, whether or not they are there now."""
    above = (*ladder.leads, *ladder.administrators)
    several = (ladder.counsellor, *above) if ladder.counsellor else above
    return frozenset(one.id for person in several for one in (person, person.stand_in) if one)


def _moments(case: Case, hours: StaffedHours) -> Iterator[tuple[datetime, Rung]]:
    """When each telling is due, and how far up it goes; for ever, in order."""
    steps = [] if case.taken_on else [(_step(case, span, hours), rung) for span, rung in STEPS]
    yield from steps
    last = steps[-1][0] if steps else None
    mornings = hours.mornings(case.taken_on[0] if case.taken_on else case.at)
    # Where the steps reach into the next day, a morning before their end would be no step further.
    yield from ((morning, MORNINGS) for morning in mornings if last is None or morning > last)


def _step(case: Case, span: timedelta, hours: StaffedHours) -> datetime:
    return case.at + span if case.at_any_hour else hours.after(case.at, span)


def _on(rung: Rung, ladder: Ladder) -> tuple[str, ...]:
    """Everybody up to this rung; where that is nobody, the next rung that has somebody."""
    for top in (one for one in Rung if one >= rung):
        people = [person for one in Rung if one <= top for person in _standing(one, ladder)]
        if people:
            return tuple(dict.fromkeys(people))
    return ()


def _standing(rung: Rung, ladder: Ladder) -> tuple[str, ...]:
    first = ladder.counsellor
    if rung is Rung.COUNSELLOR:
        return _there(first) if first else ()
    if rung is Rung.STAND_IN:
        return _there(first.stand_in) if first and first.stand_in else ()
    several = ladder.leads if rung is Rung.LEAD else ladder.administrators
    return tuple(name for person in several for name in _there(person))


def _there(person: Person) -> tuple[str, ...]:
    """Who reads what is sent to this person: they themselves, their stand-in, or nobody."""
    if not person.away:
        return (person.id,)
    return (person.stand_in.id,) if person.stand_in and not person.stand_in.away else ()
