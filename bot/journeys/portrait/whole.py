"""The page of one learner, put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.course import Course
from bot.catalogue.guides import Unit
from bot.i18n import Part
from bot.journeys import aims, skill_list
from bot.journeys.portrait import kept as keeping
from bot.journeys.portrait.aloud import SaidAloud, said_aloud
from bot.journeys.portrait.kept import Kept
from bot.journeys.portrait.practised import Practised, practised
from bot.journeys.portrait.reached import InDetail, in_detail
from bot.journeys.portrait.shares import Agreed, Shares, agreed, shares
from bot.journeys.report import MOODS_SINCE, Mood
from bot.journeys.way import Way, as_it_stands
from bot.journeys.workplace import team
from bot.safeguarding.sharing import shown_to
from bot.store import (
    Store,
    assigning,
    check_ins,
    consents,
    learners,
    missions,
    practice,
    skills,
    talk,
    threads,
    work_words,
)
from bot.store.tables import AssignedUnit, Learner, Message, Staff
from bot.store.work_words import FromStaff

MESSAGES = 3
"""So many of the last messages stand on the page; all of them are one tap away."""

Named = Sequence[tuple[AssignedUnit, str]]


@dataclass(frozen=True)
class Call:
    """An open alert: since when, what this member of staff may read of it, and whether somebody took it on."""

    at: datetime
    shows: str
    taken_on: bool


@dataclass(frozen=True)
class Chosen:
    """A unit that a counsellor chose. ``done_at`` is when all of it had been met, of who shares what they practise."""

    unit: Unit
    by: str
    at: datetime
    done_at: datetime | None


@dataclass(frozen=True)
class Skill:
    """One thing that a learner can do already, as it is read; ``aloud`` when it was said so and may be heard."""

    words: Part
    aloud: SaidAloud | None


@dataclass(frozen=True)
class Portrait:
    """A learner as a member of staff may see them.

    Attributes:
        learner: who it is.
        shares: what they let counsellors see. What is not shared is empty or None below.
        agreed: what they agreed to, and since when.
        calls: open alerts, the oldest first.
        skills: what they could do already.
        practised: days and strengths.
        detail: what else they share of their practice.
        aloud: what they said aloud in exercises, the newest first.
        chosen: the units that counsellors chose.
        words: words of their work that staff added.
        messages: the last ones, oldest first; None when the learner writes them to somebody else.
        moods: how they said that they were, of the last four weeks: those answers that they showed.
    """

    learner: Learner
    shares: Shares
    agreed: tuple[Agreed, ...]
    calls: tuple[Call, ...]
    skills: tuple[Skill, ...]
    practised: Practised | None
    detail: InDetail | None
    aloud: tuple[SaidAloud, ...]
    chosen: tuple[Chosen, ...]
    words: tuple[FromStaff, ...]
    messages: tuple[Message, ...] | None
    moods: tuple[Mood, ...]

    @property
    def can(self) -> tuple[Part, ...]:
        """What they could do already, in words alone: for paper."""
        return tuple(one.words for one in self.skills)


def portrait(store: Store, course: Course, learner: Learner, member: Staff, now: datetime) -> Portrait:
    """Return a learner as a member of staff may see them now (in UTC). Whether they may at all was asked before."""
    course = team.course_of(store, course, learner)
    answers = consents.in_force(store, learner.id)
    lets_see, named = shares(answers), assigning.with_names(store, learner.id)
    kept = keeping.read(store, learner.id, now) if lets_see.practice else None
    aloud = said_aloud(store, course, learner, member, now)
    return Portrait(
        learner=learner,
        shares=lets_see,
        agreed=agreed(answers),
        calls=_calls(store, learner, member),
        skills=_skills(store, course, learner, aloud.skills) if lets_see.skills else (),
        practised=practised(course, kept, missions.all_of(store, learner.id), now) if kept else None,
        detail=_detail(store, course, learner, kept, named, now) if kept and lets_see.in_detail else None,
        aloud=aloud.exercises,
        chosen=_chosen(course, named, lets_see.practice),
        words=tuple(work_words.from_staff(store, learner.id)),
        messages=_messages(store, learner, member, now),
        moods=_moods(store, learner, now),
    )


def _messages(store: Store, learner: Learner, member: Staff, now: datetime) -> tuple[Message, ...] | None:
    if not threads.is_addressed(store, member, learner.id, now):
        return None
    return tuple(talk.latest(store, learner.id, MESSAGES))


def _calls(store: Store, learner: Learner, member: Staff) -> tuple[Call, ...]:
    own = learners.linked(store, learner.id, member.id)
    alerts = talk.open_alerts(store, learner.id)
    return tuple(
        Call(one.at, shown_to(one.shows, one.flag, one.shared_with, own), one.acknowledged_at is not None)
        for one in alerts
    )


def _skills(store: Store, course: Course, learner: Learner, aloud: Sequence[SaidAloud]) -> tuple[Skill, ...]:
    heard = {one.id: one for one in aloud}
    held = skills.of(store, learner.id)
    return tuple(Skill(skill_list.said(course, one), heard.get(one.id)) for one in held)


def _detail(store: Store, course: Course, learner: Learner, kept: Kept, named: Named, now: datetime) -> InDetail:
    way = _way(store, course, learner, kept, [one for one, _ in named], now)
    return in_detail(course, learner, kept, practice.tips_shown(store, learner.id), way, now)


def _way(
    store: Store, course: Course, learner: Learner, kept: Kept, chosen: Sequence[AssignedUnit], now: datetime
) -> Way:
    leads_to = aims.of_learner(course, learner, work_words.items_made(store, learner.id), chosen)
    open_ones = [one for one in chosen if not one.done_at]
    return as_it_stands(course, learner, leads_to, open_ones, kept.memories, kept.met, now)


def _chosen(course: Course, named: Named, shows_practice: bool) -> tuple[Chosen, ...]:
    published = [(one, name) for one, name in named if one.unit_id in course.units]
    return tuple(
        Chosen(course.units[one.unit_id], name, one.at, one.done_at if shows_practice else None)
        for one, name in published
    )


def _moods(store: Store, learner: Learner, now: datetime) -> tuple[Mood, ...]:
    shown = check_ins.shared(store, learner.id, now - MOODS_SINCE)
    return tuple(Mood(row.asked_at, row.mood) for row in shown if row.mood)
