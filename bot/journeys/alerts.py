"""Alerts: what a learner passes on, who may know why, and what staff do about it."""

from datetime import datetime, timedelta
from random import Random

from bot.i18n import Text
from bot.journeys.reply import Reply, button, paragraphs
from bot.journeys.turn import Turn
from bot.safeguarding.flags import Flag
from bot.safeguarding.sharing import CALL, STAYS_BETWEEN_US, SharedWith, shown_to_all
from bot.store import Store, alerts, outbox
from bot.store.ids import new_id
from bot.store.tables import Alert, AlertEvent, Learner, OutboxRow, Staff

STILL_THE_SAME = timedelta(hours=1)
"""So long after an alert that nobody took on yet, the same danger is no second one."""


class AlreadyDone(ValueError):
    """Somebody else was first; the message says what they did."""


def pass_on(turn: Turn, flag: Flag | None) -> None:
    """Let the staff know that a call is asked for: once, however often it is tapped or said."""
    standing = of(turn, flag)
    if standing and standing.acknowledged_at is None and turn.now - standing.at < STILL_THE_SAME:
        return
    alert = Alert(id=turn.new_id(), learner_id=turn.learner.id, flag=_name(flag), shows=shown_to_all(flag), at=turn.now)
    turn.keep(alert)
    _note(turn, alert, "raised")


def share(turn: Turn, flag: Flag | None, shared_with: SharedWith) -> None:
    """The learner chose who may know why; nothing happens when there is no such alert, or no more."""
    alert = of(turn, flag)
    if alert is None or flag not in STAYS_BETWEEN_US or alert.shared_with == shared_with:
        return
    alert.shared_with = shared_with.value
    alert.shows = shown_to_all(flag, shared_with)
    turn.keep(alert)
    _note(turn, alert, "shared")


def of(turn: Turn, flag: Flag | None) -> Alert | None:
    """The learner's newest open alert of this kind, also one that this turn passes on."""
    kept = (row for row in turn.kept if isinstance(row, Alert) and row.flag == _name(flag))
    return next(kept, None) or alerts.newest_open(turn.store, turn.learner.id, _name(flag))


def acknowledge(store: Store, alert_id: str, staff: Staff, now: datetime, random: Random) -> None:
    """A member of staff takes an alert on; nobody else is told any more, and the learner reads who it is.

    Raises AlreadyDone when somebody took it on before, or it is closed.
    """
    with store.writing() as session:
        alert = _open(alerts.held(session, alert_id))
        if alert.acknowledged_at is not None:
            raise AlreadyDone(f"Alert {alert_id} is taken on already.")
        alert.acknowledged_at, alert.acknowledged_by = now, staff.id
        session.add(_event(alert, "acknowledged", now, staff))
        session.add(_taken_on(session.get_one(Learner, alert.learner_id), staff, now, random))


def note(store: Store, alert_id: str, staff: Staff, words: str, now: datetime) -> None:
    """A member of staff notes what was done so far. Raises AlreadyDone when the alert is closed."""
    with store.writing() as session:
        alert = _open(alerts.held(session, alert_id))
        session.add(_event(alert, "noted", now, staff, words))


def close(store: Store, alert_id: str, staff: Staff, note: str, now: datetime) -> None:
    """A member of staff notes what was done, and the alert is over. Raises AlreadyDone when it is."""
    with store.writing() as session:
        alert = _open(alerts.held(session, alert_id))
        if alert.acknowledged_at is None:
            alert.acknowledged_at, alert.acknowledged_by = now, staff.id
        alert.closed_at = now
        session.add(_event(alert, "closed", now, staff, note))


def _open(alert: Alert | None) -> Alert:
    if alert is None or alert.closed_at is not None:
        raise AlreadyDone("This alert is closed.")
    return alert


def _taken_on(learner: Learner, staff: Staff, now: datetime, random: Random) -> OutboxRow:
    """What the learner reads: as quiet as what speaks of danger, and as easily hidden."""
    ref = new_id(random)
    said = Reply(
        lines=paragraphs(Text("guard.neutral"), Text("guard.acknowledged", {"name": staff.name})),
        buttons=((button("guard.button.hide", "guard", ref, "hide"),),),
        silent=True,
        spoken=bool(learner.listens),
    )
    return outbox.message(learner, said.as_json(), ref, now)


def _note(turn: Turn, alert: Alert, what: str) -> None:
    turn.keep(_event(alert, what, turn.now))


def _event(alert: Alert, what: str, now: datetime, staff: Staff | None = None, note: str | None = None) -> AlertEvent:
    by = staff.id if staff else None
    return AlertEvent(alert_id=alert.id, learner_id=alert.learner_id, staff_id=by, what=what, note=note, at=now)


def _name(flag: Flag | None) -> str:
    return flag.value if flag else CALL
