"""The invitation to practise: sent when the learner chose to be reminded, without blame when nobody answers."""

import logging
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.catalogue.course import Course
from bot.i18n import Text
from bot.journeys import reminder, taken_on
from bot.journeys.reply import Reply, button, command_button
from bot.learning.reminders import EVENING, LATE, Invitation, may_invite
from bot.store import Conflict, Store, campaigns, learners, missions
from bot.store.campaigns import Campaign
from bot.store.tables import Learner

log = logging.getLogger(__name__)

NOT_TODAY = button("invitation.button.not_today", "smalltalk", "-", "enough")
TELL = button("invitation.button.mission", "mission", "-", "tell")


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
    may_be = _may_be_invited(learner, zone, now)
    awake = max(now, learner.paused_until or now)
    learner.next_due_at = reminder.due_after(learner, zone, awake)
    message = _message(store, learner, now)
    with store.writing() as session:
        invited = may_be and campaigns.put(session, of_today(zone, now), [(learner, message.as_json())]) == 1
        if invited:
            learner.unanswered += 1
            learner.last_invited_at = now
        session.add(learner)
    return invited


def of_today(zone: ZoneInfo, now: datetime) -> Campaign:
    """What the clock writes of its own accord: one message a learner and date, also when the clock was set back."""
    return Campaign(f"invitation-{_date(now, zone)}", now, _expiry(zone, now))


def _message(store: Store, learner: Learner, now: datetime) -> Reply:
    """Come and practise, or tell how a mission went."""
    tells = any(taken_on.may_be_told(mission, now) for mission in missions.all_of(store, learner.id))
    ways = (command_button("practise"), *([TELL] if tells else []), NOT_TODAY)
    return Reply(lines=((Text("invitation.words"),),), buttons=tuple((way,) for way in ways), spoken=learner.listens)


def _may_be_invited(learner: Learner, zone: ZoneInfo, now: datetime) -> bool:
    due_at = learner.next_due_at
    # Due later only when the clock was set back since: then the next moment is planned anew.
    if due_at is None or due_at > now or (learner.paused_until and learner.paused_until > now):
        return False
    verdict = may_invite(
        due_at,
        now,
        zone,
        unanswered=learner.unanswered,
        last_invited_at=learner.last_invited_at,
        last_heard_at=learner.last_seen_at,
    )
    return verdict is Invitation.SEND


def _expiry(zone: ZoneInfo, now: datetime) -> datetime:
    """Two hours from now, or the evening if that is sooner."""
    evening = datetime.combine(_date(now, zone), EVENING, zone)
    return min(now + LATE, evening)


def _date(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
