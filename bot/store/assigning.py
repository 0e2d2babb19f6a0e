"""Units that counsellors choose for learners: reading them, choosing one, taking it back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from bot.store import outbox
from bot.store.database import Store
from bot.store.tables import AssignedUnit, Learner, Staff


def of(store: Store, learner_id: str) -> Sequence[AssignedUnit]:
    """All units that were chosen for a learner, done or not, in the order in which they were."""
    mine = select(AssignedUnit).where(AssignedUnit.learner_id == learner_id)
    with store.reading() as session:
        return session.scalars(mine.order_by(AssignedUnit.at, AssignedUnit.unit_id)).all()


def with_names(store: Store, learner_id: str) -> Sequence[tuple[AssignedUnit, str]]:
    """All units that were chosen for a learner, as ``of``, each with the name of who chose it."""
    named = select(AssignedUnit, Staff.name).join(Staff, Staff.id == AssignedUnit.staff_id)
    mine = named.where(AssignedUnit.learner_id == learner_id)
    with store.reading() as session:
        return [row._tuple() for row in session.execute(mine.order_by(AssignedUnit.at, AssignedUnit.unit_id))]


def by(store: Store, assigned: AssignedUnit) -> str:
    """The name of who chose it."""
    with store.reading() as session:
        return session.get_one(Staff, assigned.staff_id).name


def assign(
    store: Store, learner_id: str, unit_id: str, staff_id: str, now: datetime, ref: str, told: dict[str, Any] | None
) -> bool:
    """Choose a unit for a learner, and tell them: both or nothing.

    Args:
        store: where both are kept.
        learner_id: the learner's.
        unit_id: the unit's.
        staff_id: of who chooses.
        now: in UTC.
        ref: the new message's.
        told: what the learner reads, as a payload; None tells them nothing.

    Returns:
        False when there is no such learner, or the unit was chosen for them before.
    """
    with store.writing() as session:
        # Whoever changes a learner's record holds the learner: a turn, an erasure.
        learner = session.get(Learner, learner_id, with_for_update=True)
        if learner is None or session.get(AssignedUnit, (learner_id, unit_id)) is not None:
            return False
        flag_modified(learner, "last_seen_at")
        session.add(AssignedUnit(learner_id=learner_id, unit_id=unit_id, staff_id=staff_id, at=now))
        if told is not None:
            session.add(outbox.message(learner, told, ref, now))
        return True


def take_back(store: Store, learner_id: str, unit_id: str) -> bool:
    """Take a chosen unit back. Returns False when it was not chosen. What was practised of it stays."""
    with store.writing() as session:
        learner = session.get(Learner, learner_id, with_for_update=True)
        assigned = session.get(AssignedUnit, (learner_id, unit_id))
        if learner is None or assigned is None:
            return False
        flag_modified(learner, "last_seen_at")
        session.delete(assigned)
        return True
