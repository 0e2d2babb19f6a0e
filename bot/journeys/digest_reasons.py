"""What the rules of the page of today find that is new since the last digest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.catalogue.course import Course
from bot.journeys import attention
from bot.learning.attention import Reason, Section, Setting, rules
from bot.store import Store
from bot.store.attention import Watched

GOOD_NEWS = ("first_lesson", "mission", "work_word", "unit_holds", "back")
"""The rules whose good news may stand in a mail: none that tells of what was missed."""

JUST_BEFORE = timedelta(microseconds=1)

Found = Mapping[str, Sequence[Reason]]
"""Reasons, by learner."""


def newly_quiet(
    store: Store,
    course: Course,
    learners: Sequence[Watched],
    settings: Mapping[str, Setting],
    since: datetime,
    now: datetime,
) -> Found:
    """Who has gone quiet, or cannot be reached, now and not yet ``since`` then; arguments as of ``good_news``."""
    only = _only(settings, (rule.id for rule in rules().values() if rule.section is Section.QUIET))
    then = attention.reasons(store, course, [_as_of(one, since) for one in learners], only, since)
    found = attention.reasons(store, course, learners, only, now)
    known = {learner: {(one.rule, one.day) for one in reasons} for learner, reasons in then.items()}
    return {
        learner: [one for one in reasons if (one.rule, one.day) not in known[learner]]
        for learner, reasons in found.items()
    }


def good_news(
    store: Store,
    course: Course,
    learners: Sequence[Watched],
    settings: Mapping[str, Setting],
    begins: datetime,
    ends: datetime,
) -> Found:
    """The good news of whole days.

    Args:
        store: where practice is kept.
        course: what is published.
        learners: whom it is about; nothing is found of who does not share what they practise.
        settings: how the rules are set. For how many days something is news on the page does not matter here.
        begins: the beginning of the first day, in the region's zone.
        ends: the end of the last day.
    """
    told = _only(settings, GOOD_NEWS)
    days = (ends - begins).days
    by = {rule: Setting(one.on, {**one.numbers, "days": days}) for rule, one in told.items()}
    found = attention.reasons(store, course, learners, by, ends - JUST_BEFORE)
    return {learner: [one for one in reasons if one.day < ends.date()] for learner, reasons in found.items()}


def _only(settings: Mapping[str, Setting], chosen: Iterable[str]) -> Mapping[str, Setting]:
    """The settings, with every rule off but the chosen ones."""
    names = {*chosen}
    return {rule: replace(one, on=one.on and rule in names) for rule, one in settings.items()}


def _as_of(learner: Watched, moment: datetime) -> Watched:
    """A learner as they were: nobody had blocked the bot who did so later."""
    blocked_at = learner.blocked_at if learner.blocked_at and learner.blocked_at <= moment else None
    return replace(learner, blocked_at=blocked_at)
