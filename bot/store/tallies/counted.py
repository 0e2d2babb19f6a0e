"""All counts of a period, of one moment of the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.store.database import Store
from bot.store.tallies import practice, told
from bot.store.tallies.practice import Answers, Profile, Tally
from bot.store.tallies.scope import Scope
from bot.store.tallies.told import Bringing


@dataclass(frozen=True)
class Keys:
    """What the course says of what is counted.

    Attributes:
        unit_of: the unit of each item that asks something.
        topic_of: the topic of each tip.
        field_of: the field of each card of skills.
        unneeded: target jobs, each with a field of skills that work in their sector does not need.
    """

    unit_of: Mapping[str, str]
    topic_of: Mapping[str, str]
    field_of: Mapping[str, str]
    unneeded: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Counted:
    """The counts, as they are: whoever publishes them leaves out what is too few people."""

    active: Sequence[Profile]
    newcomers: int
    lessons: Tally
    answers: Tally
    confirmed: Tally
    check_ins: Tally
    units: Sequence[Answers]
    topics: Mapping[str, int]
    steps: Mapping[str, int]
    skills: Sequence[Bringing]


def count(store: Store, scope: Scope, keys: Keys) -> Counted:
    """Count all of it: ten statements, however many learners there are."""
    with store.reading() as session:
        return Counted(
            active=practice.active(session, scope),
            newcomers=practice.newcomers(session, scope),
            lessons=practice.lessons(session, scope),
            answers=practice.answers(session, scope),
            confirmed=practice.confirmed(session, scope),
            check_ins=practice.check_ins(session, scope),
            units=practice.units(session, scope, keys.unit_of),
            topics=told.topics(session, scope, keys.topic_of),
            steps=told.steps(session, scope),
            skills=told.skills(session, scope, keys.field_of, keys.unneeded),
        )
