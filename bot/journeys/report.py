"""The counsellor's report: what works, who may need a call. Never a mark, and nothing of who did not share it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.catalogue.course import Course
from bot.i18n import Content, Part
from bot.journeys import attention, consent, lesson, skill_list
from bot.learning.attempts import Attempt
from bot.learning.items import Grade
from bot.learning.progress import Progress, progress
from bot.safeguarding.sharing import CALL
from bot.store import Store, check_ins, consents, learners, practice, skills, talk
from bot.store.attention import Watched
from bot.store.tables import Learner

MOODS_SINCE = timedelta(days=28)

GONE_QUIET = "gone_quiet"
"""The rule that says who has."""


@dataclass(frozen=True)
class Mood:
    """How a learner said that they were: 1 (bad) to 5 (very good)."""

    at: datetime
    mood: int


@dataclass(frozen=True)
class Practised:
    """What a learner who shares it practised.

    Attributes:
        strengths: titles of the units that hold best.
        days_in_28: days with practice in the last four weeks.
        this_week: whether one of the last seven days was among them.
        quiet: silent for longer than is usual for this learner, by the rule of the page of today.
    """

    strengths: tuple[Content, ...]
    days_in_28: int
    this_week: bool
    quiet: bool


@dataclass(frozen=True)
class About:
    """One learner in the report; ``practised`` is None for who did not share it but wrote or asked for a call.

    ``why`` are the kinds of danger behind the call that everybody on the staff may know. ``can`` is what they can
    already do, of who shares that too: it comes first wherever it is shown. ``moods`` are those of the last four weeks
    that the learner chose to show.
    """

    learner_id: str
    name: str | None
    practised: Practised | None
    messages: int
    oldest_message: datetime | None
    asks_for_a_call: bool
    why: tuple[str, ...] = ()
    can: tuple[Part, ...] = ()
    moods: tuple[Mood, ...] = ()


@dataclass(frozen=True)
class Report:
    """The learners of an organisation. ``kept_to_oneself`` counts those who did not share what they practise."""

    at: datetime
    learners: tuple[About, ...]
    kept_to_oneself: int


def report(store: Store, course: Course, organisation_id: str, now: datetime) -> Report:
    """Return what counsellors of this organisation may see of its learners now (in UTC)."""
    everyone = learners.everyone(store, organisation_id)
    sharing = consents.who_agreed(store, [learner.id for learner in everyone], consent.SHARING)
    quiet = _quiet(store, course, organisation_id, [one for one in everyone if one.id in sharing], now)
    about = [_about(store, course, one, one.id in sharing, one.id in quiet, now) for one in everyone]
    return Report(now, tuple(one for one in about if one), len(everyone) - len(sharing))


def _about(store: Store, course: Course, learner: Learner, shares: bool, quiet: bool, now: datetime) -> About | None:
    """A learner's part; None when there is nothing that counsellors may see."""
    # A message is addressed to the counsellor, and an alert was let through by the learner.
    messages = talk.unanswered(store, learner.id)
    alerts = talk.open_alerts(store, learner.id)
    moods = _moods(store, learner, now)
    if not (shares or messages or alerts or moods):
        return None
    return About(
        learner_id=learner.id,
        name=learner.name,
        practised=_practised(store, course, learner, quiet, now) if shares else None,
        messages=len(messages),
        oldest_message=messages[0].at if messages else None,
        asks_for_a_call=bool(alerts),
        why=tuple(dict.fromkeys(alert.shows for alert in alerts if alert.shows != CALL)),
        can=_can(store, course, learner) if shares else (),
        moods=moods,
    )


def _moods(store: Store, learner: Learner, now: datetime) -> tuple[Mood, ...]:
    """What the learner showed, each time or once for all: with or without sharing what they practise."""
    shown = check_ins.shared(store, learner.id, now - MOODS_SINCE)
    return tuple(Mood(row.asked_at, row.mood) for row in shown if row.mood)


def _can(store: Store, course: Course, learner: Learner) -> tuple[Part, ...]:
    if not learners.consent(store, learner.id, consent.SKILLS):
        return ()
    return tuple(skill_list.said(course, held) for held in skills.of(store, learner.id))


def _practised(store: Store, course: Course, learner: Learner, quiet: bool, now: datetime) -> Practised:
    attempts = [Attempt(row.item_id, Grade(row.grade), row.at) for row in practice.attempts(store, learner.id)]
    so_far = _progress(store, course, learner, attempts, now)
    return Practised(
        strengths=tuple(course.units[unit].title for unit in so_far.strengths if unit in course.units),
        days_in_28=so_far.days_in_28,
        this_week=so_far.days_in_7 > 0,
        quiet=quiet,
    )


def _progress(store: Store, course: Course, learner: Learner, attempts: Sequence[Attempt], now: datetime) -> Progress:
    memories = [lesson.memory(card) for card in practice.cards(store, learner.id)]
    return progress(attempts, memories, course.items, now=now, zone=course.region.zone)


def _quiet(
    store: Store, course: Course, organisation_id: str, sharing: Sequence[Learner], now: datetime
) -> frozenset[str]:
    """The ids of those who have gone quiet, by the rule of the page of today as the organisation set it."""
    rules = attention.settings(store, organisation_id)
    only = {rule: replace(one, on=one.on and rule == GONE_QUIET) for rule, one in rules.items()}
    found = attention.reasons(store, course, [_watched(one) for one in sharing], only, now)
    return frozenset(learner for learner, reasons in found.items() if reasons)


def _watched(learner: Learner) -> Watched:
    """A learner who shares what they practise."""
    return Watched(learner.id, learner.name, learner.language, learner.paused_until, learner.blocked_at, shares=True)
