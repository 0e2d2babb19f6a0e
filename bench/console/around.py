"""What else is kept of a learner, beside their practice: consents, talk, alerts, moods, missions, words, steps."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TypeAlias

from bench.console.lives import Row
from bench.console.somebody import Somebody
from bot.catalogue.course import Course
from bot.journeys import consent
from bot.safeguarding.flags import Flag
from bot.safeguarding.sharing import shown_to_all
from bot.store import missions, skills, work_words
from bot.store.ids import new_id
from bot.store.tables import (
    Alert,
    AlertEvent,
    AssignedUnit,
    Base,
    Caseload,
    CheckIn,
    Consent,
    Message,
    Mission,
    SkillHeld,
    StepTaken,
    TipShown,
    WorkWord,
)

Rows: TypeAlias = Iterator[tuple[type[Base], Row]]

CONSENTS = {
    consent.RECORD: 1.0,
    consent.SHARING: 0.9,
    consent.EXPORT: 0.8,
    consent.SKILLS: 0.5,
    consent.CHECK_INS: 0.5,
    consent.MOODS: 0.2,
}
"""How many said yes; the others said no."""

ALERTED, OPEN, TAKEN_ON = 0.04, 0.15, 0.4
"""How many ever asked for a call; how many of these calls still wait; how many of those somebody took on."""

WAITING, WORDED, STEPPED, ASSIGNED, SHOWN = 0.5, 0.2, 0.1, 0.2, 0.3
"""Shares: last messages without an answer, learners with words from work, with a step, with a unit, moods shown."""

KINDS_OF_STEP = ("work", "training", "business", "diploma")
SAYINGS = ("Dank u, het gaat goed.", "Ik heb een vraag over mijn contract.", "Kunt u mij bellen?", "شكرا لك", "Дякую!")
REPLIES = ("Dag, ik bel je morgen.", "Goed gedaan!", "Neem het papier mee, dan lezen we het samen.")
HEARD = ("de mal", "opkuisen", "de pallet", "de shift", "het lastenboek", "tilband")


def around(one: Somebody, course: Course, now: datetime) -> Rows:
    """Everything about a learner but their own row, their lessons and their cards."""
    since = one.began - timedelta(minutes=5)
    yield Caseload, {"staff_id": one.desk.counsellor, "learner_id": one.id, "since": since}
    yield from _consents(one)
    yield from _talk(one)
    yield from _alerts(one, now)
    yield from _moods(one)
    yield from _missions(one)
    yield from _brought(one, course)


def _mine(one: Somebody, **values: object) -> Row:
    return {"id": new_id(one.random), "learner_id": one.id, **values}


def _consents(one: Somebody) -> Rows:
    for kind, share in CONSENTS.items():
        given = one.random.random() < share
        yield (
            Consent,
            {"learner_id": one.id, "kind": kind, "given": given, "notice": consent.NOTICE, "at": one.began},
        )


def _talk(one: Somebody) -> Rows:
    """Questions with their answers; the last one may wait."""
    moments = sorted(one.some_moment() for _ in range(one.random.choice((0, 0, 1, 2, 4, 8))))
    for at in moments:
        waits = at == moments[-1] and one.random.random() < WAITING
        answered = None if waits else at + timedelta(hours=one.random.randint(1, 40))
        yield Message, _message(one, None, one.random.choice(SAYINGS), at, answered)
        if answered:
            yield Message, _message(one, one.desk.counsellor, one.random.choice(REPLIES), answered, None)


def _message(one: Somebody, staff: str | None, text: str, at: datetime, answered: datetime | None) -> Row:
    return _mine(
        one, staff_id=staff, about="counsellor", text=text, at=at, answered_at=answered, read_at=answered, ref=None
    )


def _alerts(one: Somebody, now: datetime) -> Rows:
    if one.random.random() >= ALERTED:
        return
    flag, still_open = one.random.choice([*Flag]), one.random.random() < OPEN
    at = now - one.random.random() * timedelta(days=2) if still_open else one.some_moment()
    taken_on = None if still_open and one.random.random() >= TAKEN_ON else at + timedelta(minutes=20)
    closed = None if still_open else at + timedelta(hours=5)
    by = one.desk.counsellor
    alert = _mine(one, flag=flag.value, shows=shown_to_all(flag), at=at, acknowledged_at=taken_on, closed_at=closed)
    yield Alert, {**alert, "acknowledged_by": by if taken_on else None}
    for what, staff, when in (("raised", None, at), ("acknowledged", by, taken_on), ("closed", by, closed)):
        if when:
            event = {"alert_id": alert["id"], "learner_id": one.id, "staff_id": staff, "what": what, "at": when}
            yield AlertEvent, {**event, "note": "Gebeld." if what == "closed" else None}


def _moods(one: Somebody) -> Rows:
    """Asked once a week, of half of them."""
    if one.random.random() < CONSENTS[consent.CHECK_INS]:
        for week in range((one.ended - one.began).days // 7):
            at = one.began + timedelta(weeks=week, days=3)
            mood = one.random.choice((None, 2, 3, 3, 4, 4, 4, 5, 5))
            shown = mood is not None and one.random.random() < SHOWN
            yield CheckIn, _mine(one, asked_at=at, mood=mood, answered_at=at, shared=shown)


def _missions(one: Somebody) -> Rows:
    for item, revision, moment in one.life.missions:
        at = moment + one.later
        state = one.random.choice([*missions.State])
        done = at + timedelta(days=2) if state in (missions.State.DONE, missions.State.CONFIRMED) else None
        confirmed = at + timedelta(days=3) if state is missions.State.CONFIRMED else None
        yield (
            Mission,
            _mine(
                one,
                item_id=item,
                revision=revision,
                state=state.value,
                taken_on_at=at,
                asked_at=at + timedelta(days=1),
                done_at=done,
                confirmed_at=confirmed,
            ),
        )


def _brought(one: Somebody, course: Course) -> Rows:
    """Skills, words from work, tips, units that were chosen for them, steps."""
    random = one.random
    for skill in random.sample([*course.skills], random.choice((0, 0, 2, 4, 6))):
        yield SkillHeld, _mine(one, skill_id=skill, words=None, source=skills.Source.CARD.value, at=one.some_moment())
    if random.random() < WORDED:
        word = _mine(one, text=random.choice(HEARD), at=one.some_moment(), state=work_words.State.WAITING.value)
        yield WorkWord, word
    for tip in random.sample([*course.all_tips], random.randint(0, 8)):
        yield TipShown, {"learner_id": one.id, "tip_id": tip, "at": one.some_moment()}
    if random.random() < ASSIGNED:
        unit = {"learner_id": one.id, "unit_id": random.choice([*course.units]), "staff_id": one.desk.counsellor}
        yield AssignedUnit, {**unit, "at": one.some_moment()}
    if random.random() < STEPPED:
        yield StepTaken, _mine(one, kind=random.choice(KINDS_OF_STEP), day=one.ended.date())
