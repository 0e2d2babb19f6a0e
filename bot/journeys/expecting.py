"""What a learner may expect who writes to their counsellor: who reads it, and when."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.i18n import Part, Text
from bot.safeguarding.hours import StaffedHours
from bot.store import Store, absences, learners
from bot.store.tables import Staff


@dataclass(frozen=True)
class Expected:
    """Who reads what a learner writes, None when nobody is linked to them; ``words`` say when, if that is known."""

    reader: Staff | None
    words: tuple[Part, ...] = ()


def expected(store: Store, learner_id: str, hours: StaffedHours | None, zone: ZoneInfo, now: datetime) -> Expected:
    """What a learner may expect.

    Args:
        store: where people are kept.
        learner_id: whose message it is.
        hours: when staff read; None when nobody said so.
        zone: that of the region.
        now: when it is written, in UTC.
    """
    counsellor = learners.counsellor(store, learner_id)
    if counsellor is None:
        return Expected(None)
    if not absences.is_away(counsellor, now) or counsellor.absent_until is None:
        return Expected(counsellor, _when(hours, zone, now))
    with store.reading() as session:
        stand_in = absences.reader(session, counsellor, now)
    back = counsellor.absent_until
    away = Text("counsellor.away", {"name": counsellor.name, "day": back.astimezone(zone).date()})
    when = _when(hours, zone, now) if stand_in else _from(hours, zone, back)
    return Expected(stand_in or counsellor, (away, *when))


def _when(hours: StaffedHours | None, zone: ZoneInfo, now: datetime) -> tuple[Part, ...]:
    closes = hours.read_until(now) if hours else None
    if closes:
        return (Text("counsellor.read_today", {"time": closes.astimezone(zone).time()}),)
    return _from(hours, zone, hours.read_from(now)) if hours else ()


def _from(hours: StaffedHours | None, zone: ZoneInfo, moment: datetime) -> tuple[Part, ...]:
    """From the first staffed moment on after this one."""
    opens = hours.next_open(moment).astimezone(zone) if hours else None
    return (Text("counsellor.read_from", {"moment": opens}),) if opens else ()
