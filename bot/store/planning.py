"""What is to be published at a set time: planned, taken back, carried out, or noted with why it was not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import or_, select

from bot.store.database import Store
from bot.store.ids import new_id
from bot.store.publishing import Deed, Ready, Told, publish_within
from bot.store.tables import Planned, Staff

SHOWN = timedelta(days=7)
"""So long it is told that something was not published."""


@dataclass(frozen=True)
class Signed:
    """What is planned, with the name of who planned it."""

    planned: Planned
    name: str


def plan(
    store: Store,
    entry_ids: Collection[str],
    versions: Mapping[str, int],
    deed: Deed,
    at: datetime,
    random: Random,
) -> Planned:
    """Plan to publish drafts together, as they read now. Their versions are those that were looked at."""
    planned = Planned(
        id=new_id(random),
        at=at,
        entry_ids=sorted(entry_ids),
        versions=dict(versions),
        start_again=sorted(deed.start_again),
        staff_id=deed.member_id,
        why=deed.why,
    )
    with store.writing() as session:
        session.add(planned)
        return planned


def cancel(store: Store, planned_id: str, now: datetime) -> bool:
    """Take back what was planned, or settle what failed. Returns False when there is none, or it was carried out."""
    with store.writing() as session:
        found = session.get(Planned, planned_id, with_for_update=True)
        if found is None or (found.ended_at and not found.fault):
            return False
        found.ended_at, found.fault = now, None
        return True


def due(store: Store, now: datetime) -> Sequence[Planned]:
    """What is to be published by now, the earliest first."""
    waits = select(Planned).where(Planned.ended_at.is_(None), Planned.at <= now)
    with store.reading() as session:
        return session.scalars(waits.order_by(Planned.at, Planned.id)).all()


def carry_out(
    store: Store, planned_id: str, ready: Mapping[str, Ready], now: datetime, told: Told | None = None
) -> Sequence[str]:
    """Publish what was planned, as a whole. Returns the ids of the entries; none when it was taken back meanwhile.

    Raises NoSuchDraft when a draft of it is gone, or reads otherwise by now.
    """
    with store.writing() as session:
        found = session.get(Planned, planned_id, with_for_update=True)
        if found is None or found.ended_at:
            return ()
        found.ended_at = now
        deed = Deed(found.staff_id, found.why, found.start_again)
        return publish_within(session, ready, deed, now, told)


def fail(store: Store, planned_id: str, fault: str, now: datetime) -> None:
    """Note why something was not published: a word that pages explain."""
    with store.writing() as session:
        found = session.get(Planned, planned_id, with_for_update=True)
        if found and found.ended_at is None:
            found.ended_at, found.fault = now, fault


def shown(store: Store, now: datetime) -> Sequence[Signed]:
    """What waits for its time, and what was not published lately, the earliest first."""
    failed = (Planned.fault.is_not(None)) & (Planned.ended_at > now - SHOWN)
    rows = select(Planned, Staff.name).join(Staff, Staff.id == Planned.staff_id)
    with store.reading() as session:
        found = session.execute(rows.where(or_(Planned.ended_at.is_(None), failed)).order_by(Planned.at, Planned.id))
        return [Signed(*row) for row in found.tuples()]
