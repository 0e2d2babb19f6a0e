"""Reading and writing alerts: what stands open, what was done about it, and who is still to be told."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.tables import Alert, AlertEvent, AlertNotice, Learner, Staff

MAIL = "mail"
"""How staff are told; so far the only way."""

_TABLE = AlertNotice.metadata.tables[AlertNotice.__tablename__]
_PUT_ON = {
    "sqlite": sqlite.insert(_TABLE).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(_TABLE).on_conflict_do_nothing(),
}


@dataclass(frozen=True)
class Waiting:
    """A telling that is still to be sent, with what it needs."""

    notice: AlertNotice
    alert: Alert
    staff: Staff


def by_id(store: Store, alert_id: str) -> Alert | None:
    """The alert with this id."""
    with store.reading() as session:
        return session.get(Alert, alert_id)


def newest_open(store: Store, learner_id: str, flag: str) -> Alert | None:
    """A learner's newest alert of this kind that nobody closed."""
    mine = select(Alert).where(Alert.learner_id == learner_id, Alert.flag == flag, Alert.closed_at.is_(None))
    with store.reading() as session:
        return session.scalars(mine.order_by(Alert.at.desc())).first()


def all_open(store: Store, organisation_id: str | None = None) -> Sequence[tuple[Alert, Learner]]:
    """Every alert that nobody closed, with its learner, oldest first; of one organisation or of all."""
    with store.reading() as session:
        # In two questions: asked at once, SQLite would go through all learners to find the few who have an alert.
        opened = session.scalars(select(Alert).where(Alert.closed_at.is_(None)).order_by(Alert.at, Alert.id)).all()
        theirs = select(Learner).where(Learner.id.in_({one.learner_id for one in opened}))
        learners = {one.id: one for one in session.scalars(theirs)}
    found = ((alert, learners[alert.learner_id]) for alert in opened)
    return [(alert, learner) for alert, learner in found if organisation_id in (None, learner.organisation_id)]


def events(store: Store, alert_id: str) -> Sequence[AlertEvent]:
    """What was done about an alert, in order."""
    return events_of_all(store, [alert_id])[alert_id]


def events_of_all(store: Store, alert_ids: Collection[str]) -> Mapping[str, Sequence[AlertEvent]]:
    """What was done about several alerts, in order, by alert."""
    of_alerts = select(AlertEvent).where(AlertEvent.alert_id.in_(alert_ids))
    found = defaultdict[str, list[AlertEvent]](list)
    with store.reading() as session:
        for event in session.scalars(of_alerts.order_by(AlertEvent.id)):
            found[event.alert_id].append(event)
    return found


def notices(store: Store, alert_id: str) -> Sequence[AlertNotice]:
    """Who was, or is to be, told of an alert, in order."""
    of_alert = select(AlertNotice).where(AlertNotice.alert_id == alert_id)
    with store.reading() as session:
        return session.scalars(of_alert.order_by(AlertNotice.id)).all()


def held(session: Session, alert_id: str) -> Alert | None:
    """The alert as it is until the end of this write transaction."""
    return session.get(Alert, alert_id, with_for_update=True)


def tell(session: Session, alert: Alert, people: Iterable[str], at: datetime) -> None:
    """Keep that these members of staff are to be told, by mail; what is kept already stays as it is."""
    rows = [
        {"alert_id": alert.id, "learner_id": alert.learner_id, "staff_id": one, "at": at, "how": MAIL} for one in people
    ]
    if rows:
        session.execute(_PUT_ON[session.get_bind().dialect.name], rows)


def waiting(store: Store, now: datetime) -> list[Waiting]:
    """Tellings whose time has come, oldest first; none of alerts that somebody else took on or that are closed."""
    late = or_(AlertNotice.not_before.is_(None), AlertNotice.not_before <= now)
    with store.reading() as session:
        found = session.execute(_unsent().where(late)).tuples()
        return [Waiting(notice, alert, staff) for notice, alert, staff in found]


def unsent(store: Store) -> list[Waiting]:
    """Tellings that did not go out yet, tried or not."""
    with store.reading() as session:
        return [Waiting(notice, alert, staff) for notice, alert, staff in session.execute(_unsent()).tuples()]


def sent(store: Store, notice: AlertNotice, now: datetime) -> None:
    """Note that a telling went out."""
    _mark(store, notice, sent_at=now, error=None)


def postpone(store: Store, notice: AlertNotice, until: datetime, error: str) -> None:
    """Try a telling again later. ``error`` names the kind of failure alone."""
    _mark(store, notice, not_before=until, tries=notice.tries + 1, error=error)


def _unsent() -> Select[tuple[AlertNotice, Alert, Staff]]:
    still_theirs = or_(Alert.acknowledged_at.is_(None), Alert.acknowledged_by == AlertNotice.staff_id)
    return (
        select(AlertNotice, Alert, Staff)
        .join(Alert, AlertNotice.alert_id == Alert.id)
        .join(Staff, AlertNotice.staff_id == Staff.id)
        .where(AlertNotice.sent_at.is_(None), Alert.closed_at.is_(None), still_theirs, Staff.disabled_at.is_(None))
        .order_by(AlertNotice.id)
    )


def _mark(store: Store, notice: AlertNotice, **values: object) -> None:
    with store.writing() as session:
        session.execute(update(AlertNotice).where(AlertNotice.id == notice.id).values(**values))
