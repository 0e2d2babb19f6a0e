"""A person of the demo as rows of the store."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random

from bot.catalogue.course import Course
from bot.journeys import consent
from bot.journeys.demo.days import moments
from bot.journeys.demo.missions import missions
from bot.journeys.demo.people import MARK, Colleague, Person
from bot.journeys.demo.practising import Practice
from bot.journeys.demo.talking import call, messages
from bot.journeys.demo.telling import told
from bot.store.ids import new_id
from bot.store.inviting import Script
from bot.store.tables import Base, Caseload, Consent, Learner, Organisation, Staff, Team, TipShown

READS_A_TIP = 0.15
"""The chance that a tip is read after a lesson."""

ONBOARDING = timedelta(minutes=5)
"""From the first word to the first lesson."""


def colleague(one: Colleague, home: Organisation, teams: Mapping[str, Team], now: datetime, random: Random) -> Staff:
    """A member of staff."""
    return Staff(
        id=new_id(random),
        organisation_id=home.id,
        team_id=teams[one.team].id if one.team else None,
        name=f"{one.name} {MARK}",
        email=one.email,
        role=one.role.value,
        created_at=now,
    )


def life(
    person: Person, account: int, counsellor: Staff, course: Course, now: datetime, random: Random
) -> Iterator[Sequence[Base]]:
    """Yield everything about a learner until ``now``: each group of rows refers only to those before it."""
    begun = [*moments(person.habit, now, course.region.zone, random)]
    learner = _learner(person, account, counsellor, now, random)
    learner.created_at = learner.enrolled_at = begun[0] - ONBOARDING
    practice = Practice(learner, course, person.knows, random)
    for moment in begun:
        practice.lesson(moment)
    talk = [*messages(person.deeds.said, learner, counsellor, now, random)]
    written = [row.at for row in talk if row.staff_id is None]
    learner.last_seen_at = max([*(row.at for row in practice.attempts), *written])
    yield [learner]
    yield [
        Caseload(staff_id=counsellor.id, learner_id=learner.id, since=learner.created_at),
        _consent(learner, consent.RECORD, True, learner.created_at),
        _consent(learner, consent.SHARING, person.shares, practice.lessons[0].ended_at or now),
        *_tips(practice, course, random),
        *talk,
        *told(person.deeds, learner, counsellor, now, random),
        *missions(practice, person.deeds.missions, now, random),
    ]
    if person.deeds.call:
        # One after the other: an event refers to its alert.
        yield from ([row] for row in call(person.deeds.call, learner, counsellor, now, random))
    yield from practice.rows()


def _learner(person: Person, account: int, counsellor: Staff, now: datetime, random: Random) -> Learner:
    # No next_due_at: there is no phone on which an invitation could arrive.
    return Learner(
        id=new_id(random),
        organisation_id=counsellor.organisation_id,
        team_id=counsellor.team_id,
        telegram_id=account,
        name=f"{person.name} {MARK}",
        language=person.language,
        language_chosen=True,
        script=person.script,
        listens=person.script == Script.NONE,
        sector=person.sector,
        level=person.level,
        target_job=person.deeds.target,
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
