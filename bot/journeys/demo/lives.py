"""A person of the demo as rows of the store."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from bot.catalogue.course import Course
from bot.journeys import consent
from bot.journeys.demo.days import moments
from bot.journeys.demo.people import MARK, Colleague, Person
from bot.journeys.demo.practising import Practice
from bot.store.ids import new_id
from bot.store.inviting import Script
from bot.store.tables import Base, Caseload, Consent, Learner, Message, Staff, Team, TipShown

READS_A_TIP = 0.15
"""The chance that a tip is read after a lesson."""

ONBOARDING = timedelta(minutes=5)
"""From the first word to the first lesson."""


def colleague(one: Colleague, team: Team, now: datetime, random: Random) -> Staff:
    """A member of staff."""
    return Staff(
        id=new_id(random),
        organisation_id=team.organisation_id,
        team_id=team.id,
        name=f"{one.name} {MARK}",
        email=one.email,
        role=one.role.value,
        created_at=now,
    )


def life(
    person: Person, account: int, team: Team, counsellor: Staff, course: Course, now: datetime, random: Random
) -> Iterator[Sequence[Base]]:
    """Yield everything about a learner until ``now``: each group of rows refers only to those before it."""
    begun = [*moments(person.habit, now, course.region.zone, random)]
    learner = _learner(person, account, team, now, random)
    learner.created_at = learner.enrolled_at = begun[0] - ONBOARDING
    practice = Practice(learner, course, person.knows, random)
    for moment in begun:
        practice.lesson(moment)
    messages = [*_messages(person, learner, now, random)]
    learner.last_seen_at = max([*(row.at for row in practice.attempts), *(row.at for row in messages)])
    yield [learner]
    yield [
        Caseload(staff_id=counsellor.id, learner_id=learner.id, since=learner.created_at),
        _consent(learner, consent.RECORD, True, learner.created_at),
        _consent(learner, consent.SHARING, person.shares, practice.lessons[0].ended_at or now),
        *_tips(practice, course, random),
        *messages,
    ]
    yield from practice.rows()


def _learner(person: Person, account: int, team: Team, now: datetime, random: Random) -> Learner:
    # No next_due_at: there is no phone on which an invitation could arrive.
    return Learner(
        id=new_id(random),
        organisation_id=team.organisation_id,
        team_id=team.id,
        telegram_id=account,
        name=f"{person.name} {MARK}",
        language=person.language,
        language_chosen=True,
        script=person.script,
        listens=person.script == Script.NONE,
        sector=person.sector,
        level=person.level,
        practice_days=person.habit.days,
        practice_at=person.habit.at,
        unanswered=person.unanswered,
        paused_until=now + person.pause if person.pause else None,
    )


def _consent(learner: Learner, kind: str, given: bool, at: datetime) -> Consent:
    return Consent(learner_id=learner.id, kind=kind, given=given, notice=consent.NOTICE, at=at)


def _tips(practice: Practice, course: Course, random: Random) -> Iterator[TipShown]:
    tips = list(course.all_tips)
    for lesson in practice.lessons:
        if tips and lesson.ended_at and random.random() < READS_A_TIP:
            yield TipShown(learner_id=practice.learner.id, tip_id=random.choice(tips), at=lesson.ended_at)


def _messages(person: Person, learner: Learner, now: datetime, random: Random) -> Iterator[Message]:
    if person.asks:
        text, ago = person.asks
        yield Message(id=new_id(random), learner_id=learner.id, about="counsellor", text=text, at=now - ago)
