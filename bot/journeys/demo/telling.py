"""What a learner of the demo told of themselves: skills, moods, words from work, steps, and what they agreed to."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from bot.journeys import consent
from bot.journeys.demo.deeds import Deeds
from bot.store.ids import new_id
from bot.store.skills import Source
from bot.store.tables import AssignedUnit, Base, CheckIn, Consent, Learner, SkillHeld, Staff, StepTaken, WorkWord
from bot.store.work_words import State

AGREED = timedelta(days=1)
"""So long after the beginning they were asked what else they agree to, and what they can already do."""


def told(deeds: Deeds, learner: Learner, counsellor: Staff, now: datetime, random: Random) -> Iterator[Base]:
    """Yield what is to be kept of it."""
    yield from _agreed(deeds, learner)
    yield from _skills(deeds, learner, random)
    for mood, days, shared in deeds.moods:
        at = now - timedelta(days=days)
        yield CheckIn(id=new_id(random), learner_id=learner.id, asked_at=at, mood=mood, answered_at=at, shared=shared)
    if deeds.word:
        text, days = deeds.word
        at, state = now - timedelta(days=days), State.WAITING.value
        yield WorkWord(id=new_id(random), learner_id=learner.id, text=text, at=at, state=state)
    for kind, days in deeds.steps:
        day = (now - timedelta(days=days)).date()
        yield StepTaken(id=new_id(random), learner_id=learner.id, kind=kind, day=day)
    if deeds.unit:
        unit, days = deeds.unit
        at = now - timedelta(days=days)
        yield AssignedUnit(learner_id=learner.id, unit_id=unit, staff_id=counsellor.id, at=at)


def _agreed(deeds: Deeds, learner: Learner) -> Iterator[Consent]:
    answers = {
        consent.SKILLS: bool(deeds.skills or deeds.own_skills),
        consent.CHECK_INS: bool(deeds.moods),
        # Who shows one mood after the other said so once for all.
        consent.MOODS: len(deeds.moods) > 1 and all(shared for _, _, shared in deeds.moods),
        consent.EXPORT: deeds.exports,
    }
    at = learner.created_at + AGREED
    for kind in (kind for kind, given in answers.items() if given):
        yield Consent(learner_id=learner.id, kind=kind, given=True, notice=consent.NOTICE, at=at)


def _skills(deeds: Deeds, learner: Learner, random: Random) -> Iterator[SkillHeld]:
    by_card = [{"skill_id": skill, "source": Source.CARD.value} for skill in deeds.skills]
    in_words = [{"words": words, "source": Source.WORDS.value} for words in deeds.own_skills]
    for place, what in enumerate([*by_card, *in_words]):
        at = learner.created_at + AGREED + place * timedelta(minutes=1)
        yield SkillHeld(id=new_id(random), learner_id=learner.id, at=at, **what)
