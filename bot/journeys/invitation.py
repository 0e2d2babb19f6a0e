"""The invitation to practise: sent when the learner chose to be reminded, without blame when nobody answers."""

import logging
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.catalogue.course import Course
from bot.i18n import Text
from bot.journeys import reminder
from bot.journeys.reply import Reply, button, command_button
from bot.learning.reminders import EVENING, LATE, Invitation, may_invite
from bot.store import Conflict, Store, learners
from bot.store.tables import Learner, OutboxRow

log = logging.getLogger(__name__)


def invite(store: Store, course: Course, now: datetime) -> Iterator[bool]:
    """Go through the learners whose moment has come: each step is one learner, in one transaction.

    Yields whether the learner is invited. Everybody's next moment is set; a learner who changes meanwhile is left
    for the next time.

    Args:
        store: where learners and messages are kept.
        course: what is published; its region sets the time zone.
        now: in UTC.
    """
    for learner in learners.due(store, now):
        try:
            yield _invite(store, learner, course.region.zone, now)
        except Conflict:
            log.info("A learner changed while being invited, and is left for the next minute")
            yield False


def _invite(store: Store, learner: Learner, zone: ZoneInfo, now: datetime) -> bool:
    invited = _may_be_invited(learner, zone, now)
    awake = max(now, learner.paused_until or now)
    learner.next_due_at = reminder.due_after(learner, zone, awake)
    if invited:
        learner.unanswered += 1
        learner.last_invited_at = now
    with store.writing() as session:
        session.add(learner)
        if invited:
            session.add(_message(learner, zone, now))
    return invited


def _may_be_invited(learner: Learner, zone: ZoneInfo, now: datetime) -> bool:
    due_at, invited_at = learner.next_due_at, learner.last_invited_at
    if due_at is None or (learner.paused_until and learner.paused_until > now):
        return False
    # Also when the clock was set back: nobody is invited twice on one date.
    if invited_at and _date(invited_at, zone) >= _date(now, zone):
        return False
    verdict = may_invite(
        due_at,
        now,
        zone,
        unanswered=learner.unanswered,
        last_invited_at=invited_at,
        last_heard_at=learner.last_seen_at,
    )
    return verdict is Invitation.SEND


def _message(learner: Learner, zone: ZoneInfo, now: datetime) -> OutboxRow:
    not_today = button("invitation.button.not_today", "smalltalk", "-", "enough")
    reply = Reply(lines=((Text("invitation.words"),),), buttons=((command_button("practise"),), (not_today,)))
    return OutboxRow(
        learner_id=learner.id,
        chat_id=learner.telegram_id,
        language=learner.language,
        # The database takes a ref once: one invitation a learner and date.
        ref=f"{learner.id}-{_date(now, zone):%Y%m%d}",
        kind="broadcast",
        payload=reply.as_json(),
        created_at=now,
        expires_at=_expiry(zone, now),
    )


def _expiry(zone: ZoneInfo, now: datetime) -> datetime:
    """Two hours from now, or the evening if that is sooner."""
    evening = datetime.combine(_date(now, zone), EVENING, zone)
    return min(now + LATE, evening)


def _date(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
