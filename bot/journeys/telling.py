"""Telling staff of alerts: who is due to be told now, and what a mail may say. Never a learner's words or name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.i18n import Catalogues, Text
from bot.safeguarding.escalation import Case, due
from bot.safeguarding.hours import EVERY_MORNING, Shift, StaffedHours
from bot.safeguarding.sharing import CALL, is_urgent
from bot.store import Store, alerts, ladders
from bot.store.alerts import Waiting
from bot.store.ladders import Ladders
from bot.store.tables import Alert


@dataclass(frozen=True)
class Letter:
    """A mail to a member of staff."""

    to: str
    subject: str
    body: str


def plan(store: Store, shifts: Sequence[Shift], zone: ZoneInfo, now: datetime) -> None:
    """Keep who is to be told of open alerts by now; who was told already is not told again.

    ``shifts`` is when staff read; where nobody said so, they are told at once, at any hour.
    """
    hours = staffed(shifts, zone)
    everything = alerts.all_open(store)
    found = ladders.of_all(store, [learner for _, learner in everything], now)
    for alert, learner in everything:
        telling = due(case(alert, found, shifts), found.of(learner), hours, now)
        if telling:
            with store.writing() as session:
                alerts.tell(session, alert, telling.people, telling.at)


def staffed(shifts: Sequence[Shift], zone: ZoneInfo) -> StaffedHours:
    """When staff read; where nobody said so, every morning."""
    return StaffedHours(tuple(shifts) or EVERY_MORNING, zone)


def case(alert: Alert, found: Ladders, shifts: Sequence[Shift]) -> Case:
    """An alert as far as telling goes."""
    taken_on = None
    if alert.acknowledged_at and alert.acknowledged_by:
        taken_on = (alert.acknowledged_at, found.person(alert.acknowledged_by))
    return Case(alert.at, not shifts or is_urgent(alert.shows), taken_on)


def letter(catalogues: Catalogues, waiting: Waiting) -> Letter:
    """The mail of one telling, in the staff member's language: no more than everybody on the staff may read."""
    alert, staff = waiting.alert, waiting.staff
    mine = alert.acknowledged_by == staff.id
    asks = Text("mail.alert.still_open" if mine else "mail.alert.call")
    why = [] if alert.shows == CALL else [Text("mail.alert.why", {"kind": Text(f"alert.kind.{alert.shows}")})]
    then = Text("mail.alert.what_to_do", {"id": alert.id, "email": staff.email})
    lines = [catalogues.plain(part, staff.language) for part in (asks, *why, then)]
    return Letter(staff.email, catalogues.plain(Text("mail.alert.subject"), staff.language), "\n".join(lines) + "\n")
