"""Calls: the open alerts that a member of staff sees, with who is to answer by when, and what was done so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.journeys import open_alerts
from bot.journeys.open_alerts import Seen
from bot.journeys.telling import case, staffed
from bot.safeguarding.escalation import answering
from bot.safeguarding.hours import Shift
from bot.store import Store, alerts
from bot.store.ladders import Ladders
from bot.store.tables import Alert, AlertEvent, Learner, Staff


@dataclass(frozen=True)
class Done:
    """Something that was done about an alert: what, by whom (None is the learner), when, and the note with it."""

    what: str
    by: str | None
    at: datetime
    note: str | None


@dataclass(frozen=True)
class Call:
    """An open alert.

    Attributes:
        alert: the alert.
        learner: who asks for a call.
        shows: its kind, as far as who looks may know it; or that a call is asked for.
        taken_on_by: the name of who took it on.
        people: the names of those who are to answer it; nobody before staffed hours begin.
        until: when they are told again.
        then: the names of those who are told then besides them.
        done: what was done so far, in order.
    """

    alert: Alert
    learner: Learner
    shows: str
    taken_on_by: str | None
    people: tuple[str, ...]
    until: datetime
    then: tuple[str, ...]
    done: tuple[Done, ...]


def calls(store: Store, member: Staff, shifts: Sequence[Shift], zone: ZoneInfo, now: datetime) -> list[Call]:
    """The alerts that a member of staff may see now (in UTC), the oldest first.

    Args:
        store: where they are kept.
        member: who looks.
        shifts: when staff read; none where nobody said so.
        zone: the region's.
        now: in UTC.
    """
    found = open_alerts.seen_by(store, member, now)
    events = alerts.events_of_all(store, [one.alert.id for one in found.seen])
    return [_call(one, found.ladders, events[one.alert.id], shifts, zone, now) for one in found.seen]


def _call(
    one: Seen, found: Ladders, events: Iterable[AlertEvent], shifts: Sequence[Shift], zone: ZoneInfo, now: datetime
) -> Call:
    by_when = answering(case(one.alert, found, shifts), found.of(one.learner), staffed(shifts, zone), now)
    return Call(
        alert=one.alert,
        learner=one.learner,
        shows=one.shows,
        taken_on_by=_name(found, one.alert.acknowledged_by),
        people=_names(found, by_when.people),
        until=by_when.until,
        then=_names(found, by_when.then),
        done=tuple(Done(event.what, _name(found, event.staff_id), event.at, event.note) for event in events),
    )


def _names(found: Ladders, people: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in (_name(found, one) for one in people) if name)


def _name(found: Ladders, staff_id: str | None) -> str | None:
    member = found.staff.get(staff_id or "")
    return member.name if member else None
