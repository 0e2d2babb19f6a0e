"""The clock's question how it goes: once a week, to who wants it, and never on the day of an invitation."""

import logging
from collections.abc import Iterator
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from bot.catalogue.course import Course
from bot.journeys import check_in, invitation
from bot.learning import checkins
from bot.store import Conflict, Store, campaigns, check_ins
from bot.store.ids import new_id
from bot.store.tables import CheckIn, Learner

log = logging.getLogger(__name__)


def ask_all(store: Store, course: Course, now: datetime, random: Random) -> Iterator[bool]:
    """Go through the learners whose moment has come: each step is one learner, in one transaction.

    Yields whether the learner is asked. Who left three questions alone is asked no more, and is not told so.

    Args:
        store: where learners and messages are kept.
        course: what is published; its region sets the time zone.
        now: in UTC.
        random: for ids.
    """
    for learner in check_ins.due(store, now):
        try:
            yield _ask(store, learner, course.region.zone, now, random)
        except Conflict:
            log.info("A learner changed while being asked, and is left for the next minute")
            yield False


def _ask(store: Store, learner: Learner, zone: ZoneInfo, now: datetime, random: Random) -> bool:
    before = check_ins.of(store, learner.id)
    if checkins.stops([row.answered_at is not None for row in before]):
        _stop(store, learner)
        return False
    asked_at = before[-1].asked_at if before else None
    row = CheckIn(id=new_id(random), learner_id=learner.id, asked_at=now)
    may_be = _may_be_asked(learner, asked_at, zone, now)
    awake = max(now, learner.paused_until or now)
    message = check_in.question(row.id, learner)
    with store.writing() as session:
        payload = (learner, message.as_json())
        today = invitation.of_today(zone, now)
        was_asked = may_be and campaigns.put(session, today, [payload], {learner.id: row.id}) == 1
        if was_asked:
            session.add(row)
        learner.check_in_due_at = check_in.due_after(learner, zone, awake, now if was_asked else asked_at)
        session.add(learner)
    return was_asked


def _stop(store: Store, learner: Learner) -> None:
    learner.check_in_due_at = None
    with store.writing() as session:
        session.add(learner)


def _may_be_asked(learner: Learner, asked_at: datetime | None, zone: ZoneInfo, now: datetime) -> bool:
    due_at = learner.check_in_due_at
    if due_at is None or due_at > now or (learner.paused_until and learner.paused_until > now):
        return False
    return checkins.may_ask(
        due_at,
        now,
        zone,
        invited_on=check_in.invited_on(learner),
        silent=learner.unanswered,
        asked_at=asked_at,
        invited_at=learner.last_invited_at,
        heard_at=learner.last_seen_at,
    )
