"""When a learner is asked how it goes, and when the answers say that a person should be near."""

from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta, tzinfo

from bot.learning.reminders import SILENT_AFTER, WEEK, Invitation, may_invite, next_due

LOWEST, HIGHEST = 1, 5
LOW = 2
"""The two lowest of the five faces."""

STOPS_AFTER = 3
"""Questions in a row that nobody answered: after them none is asked any more."""

PREFERRED = (3, 5, 1, 6, 4, 2, 0)
"""Weekdays, Monday is 0, the best first: the middle of the week, then when there is time."""


def day_of_asking(invited_on: Collection[int]) -> int:
    """The weekday for the question: one without an invitation; if all have one, it takes the place of Thursday's."""
    return next((day for day in PREFERRED if day not in invited_on), PREFERRED[0])


def next_asking(
    at: time, zone: tzinfo, now: datetime, *, invited_on: Collection[int] = (), asked_at: datetime | None = None
) -> datetime:
    """Return when the learner is asked next, in UTC: at their own hour, and a week after the last time or later.

    Args:
        at: the local hour that the learner chose for invitations.
        zone: the region's.
        now: in UTC; the moment lies after it.
        invited_on: weekdays with an invitation, Monday is 0.
        asked_at: when the learner was asked last, in UTC.
    """
    moment, day = now, day_of_asking(invited_on)
    while True:
        found = next_due([day], at, zone, moment)
        # One weekday is chosen, so there always is a next one.
        assert found is not None
        if _a_week_has_passed(asked_at, found, zone):
            return found
        moment = found


def may_ask(
    due_at: datetime,
    now: datetime,
    zone: tzinfo,
    *,
    invited_on: Collection[int] = (),
    silent: int = 0,
    asked_at: datetime | None = None,
    invited_at: datetime | None = None,
    heard_at: datetime | None = None,
) -> bool:
    """Whether the question that is due is asked now: as an invitation would be, and never beside one.

    Args:
        due_at: when it was due; all times in UTC.
        zone: the region's.
        invited_on: weekdays with an invitation, Monday is 0; they may have changed since it was planned.
        silent: invitations in a row without a sign of the learner; who no longer gets any is not asked either.
        asked_at: when the learner was asked last.
        invited_at: when the last invitation was sent.
        heard_at: when the learner last wrote or tapped.
    """
    verdict = may_invite(due_at, now, zone, unanswered=silent if silent >= SILENT_AFTER else 0, last_heard_at=heard_at)
    today = now.astimezone(zone).date()
    invited_today = invited_at is not None and invited_at.astimezone(zone).date() == today
    is_the_day = today.weekday() not in invited_on or today.weekday() == day_of_asking(invited_on)
    is_free = is_the_day and not invited_today
    return verdict is Invitation.SEND and is_free and _a_week_has_passed(asked_at, now, zone)


def stops(answered: Sequence[bool]) -> bool:
    """Whether the last questions, the newest last, were left alone so often that no more are asked."""
    return len(answered) >= STOPS_AFTER and not any(answered[-STOPS_AFTER:])


def low_twice(moods: Sequence[int]) -> bool:
    """Whether the last two moods, the newest last, are among the lowest; what was skipped is no mood."""
    return len(moods) >= 2 and max(moods[-2:]) <= LOW


def _a_week_has_passed(asked_at: datetime | None, now: datetime, zone: tzinfo) -> bool:
    if asked_at is None:
        return True
    return now.astimezone(zone).date() - asked_at.astimezone(zone).date() >= timedelta(days=WEEK)
