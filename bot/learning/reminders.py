"""When a learner is invited to practise, and when not."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

LATE = timedelta(hours=2)
EVENING = time(21)
ANSWERING = timedelta(minutes=10)
WEEKLY_AFTER = 3
SILENT_AFTER = 6
WEEK = 7


class Invitation(StrEnum):
    """What becomes of an invitation that is due."""

    SEND = "send"
    ALREADY_HERE = "already_here"  # writing right now: counts as today's
    TOO_LATE = "too_late"
    NOT_THIS_WEEK = "not_this_week"
    SILENT = "silent"


def next_due(days: Collection[int], at: time, zone: tzinfo, now: datetime) -> datetime | None:
    """Return the next chosen moment after `now`, in UTC; None when no day is chosen.

    A local time that does not exist (the clock goes forward) moves forward by what is skipped; one
    that comes twice (the clock goes back) means the first of the two, so it is due once.

    Args:
        days: weekdays, Monday is 0.
        at: the local hour that the learner chose.
        zone: the region's.
        now: in UTC.
    """
    today = now.astimezone(zone).date()
    week = (today + timedelta(days=ahead) for ahead in range(WEEK + 1))
    moments = (_moment(day, at, zone) for day in week if day.weekday() in days)
    return next((moment for moment in moments if moment > now), None)


def may_invite(
    due_at: datetime,
    now: datetime,
    zone: tzinfo,
    *,
    unanswered: int = 0,
    last_invited_at: datetime | None = None,
    last_heard_at: datetime | None = None,
) -> Invitation:
    """Decide what becomes of an invitation that is due.

    Three unanswered invitations make it weekly, three more make it silent. More than two hours
    late, or at 21:00 local time or later, it is dropped: nobody is woken by it. Whoever wrote
    within ten minutes is already here. The caller sends it only on SEND, and plans the next in
    every case.

    Args:
        due_at: when it was due; all times in UTC.
        zone: the region's.
        unanswered: invitations in a row without a sign of the learner.
        last_invited_at: when the last one was sent.
        last_heard_at: when the learner last wrote or tapped.
    """
    if last_heard_at and now - last_heard_at <= ANSWERING:
        return Invitation.ALREADY_HERE
    if unanswered >= SILENT_AFTER:
        return Invitation.SILENT
    local = now.astimezone(zone)
    if now - due_at > LATE or local.time() >= EVENING or local.date() > _date(due_at, zone):
        return Invitation.TOO_LATE
    if unanswered >= WEEKLY_AFTER and last_invited_at:
        since = local.date() - _date(last_invited_at, zone)
        return Invitation.NOT_THIS_WEEK if since.days < WEEK else Invitation.SEND
    return Invitation.SEND


def _moment(day: date, at: time, zone: tzinfo) -> datetime:
    # fold 0: the offset before a change, which gives both rules of `next_due`.
    return datetime.combine(day, at.replace(tzinfo=None, fold=0), zone).astimezone(UTC)


def _date(moment: datetime, zone: tzinfo) -> date:
    return moment.astimezone(zone).date()
