"""Why learners may be worth a look: what those who share it practised, by the rules as their organisation set them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.catalogue.course import Course
from bot.i18n import Text, Value, Verbatim
from bot.journeys import question
from bot.learning import attention
from bot.learning.attention import LOOKED_BACK, Facts, Published, Reason, Setting, rules
from bot.learning.mastering import may_be_held
from bot.store import Store, today_rules
from bot.store import attention as kept
from bot.store.attention import Watched


def settings(store: Store, organisation_id: str) -> Mapping[str, Setting]:
    """How an organisation set the rules, by rule; as usual where it did not."""
    with store.reading() as session:
        own = today_rules.of(session, organisation_id)
    return {rule.id: rule.setting(own.get(rule.id, {})) for rule in rules().values()}


def reasons(
    store: Store, course: Course, learners: Sequence[Watched], by: Mapping[str, Setting], now: datetime
) -> Mapping[str, Sequence[Reason]]:
    """Why each of these learners is worth a look, by learner; nothing of who does not share what they practise.

    Args:
        store: where practice is kept.
        course: what is published.
        learners: whom somebody may see.
        by: how the rules are set.
        now: in UTC.
    """
    published = Published(course.items)
    facts = _facts(store, course, [one for one in learners if one.shares], by, now)
    asked = {learner: attention.asked_for(one, by, published) for learner, one in facts.items()}
    with store.reading() as session:
        histories = kept.histories(session, {learner: items for learner, items in asked.items() if items})
    whole = {learner: replace(one, histories=histories.get(learner, {})) for learner, one in facts.items()}
    return {learner: attention.look(one, by, published) for learner, one in whole.items()}


def words(course: Course, reason: Reason) -> Text:
    """A reason as staff read it."""
    values: dict[str, Value] = {**reason.values, "day": reason.day}
    if reason.item:
        item = course.items[reason.item]
        values["words"] = Verbatim(question.words(item).rstrip(" .!?"), language=item.target or None)
    if reason.unit:
        values["unit"] = course.units[reason.unit].title if reason.unit in course.units else reason.unit
    form = f"{reason.rule}_{reason.form}" if reason.form else reason.rule
    return Text(f"console.today.why.{form}", values)


def _facts(
    store: Store, course: Course, learners: Sequence[Watched], by: Mapping[str, Setting], now: datetime
) -> Mapping[str, Facts]:
    """What is known of learners who share what they practise, but for histories: one question each, for all of them."""
    ids, since, zone = [one.id for one in learners], now - LOOKED_BACK, course.region.zone
    with store.reading() as session:
        practised = kept.practised(session, ids, since)
        first_lessons = kept.first_lessons(session, ids)
        confirmed = kept.confirmed(session, ids, since)
        words_sent = kept.words_sent(session, ids, since)
        strong = kept.strong(session, ids)
        missed = kept.missed(session, ids, since, by["hard_item"].numbers["misses"])
    return {
        one.id: Facts(
            now=now,
            zone=zone,
            practised=tuple(sorted({at.astimezone(zone).date() for at in practised.get(one.id, ())})),
            paused=_paused(one, now),
            resumed=one.paused_until.astimezone(zone).date() if one.paused_until and not _paused(one, now) else None,
            blocked_at=one.blocked_at,
            first_lesson=first_lessons.get(one.id),
            confirmed=tuple(confirmed.get(one.id, ())),
            words_sent=tuple(words_sent.get(one.id, ())),
            memories=tuple(memory for memory in strong.get(one.id, ()) if may_be_held(memory)),
            misses=missed.get(one.id, {}),
        )
        for one in learners
    }


def _paused(learner: Watched, now: datetime) -> bool:
    return learner.paused_until is not None and learner.paused_until > now
