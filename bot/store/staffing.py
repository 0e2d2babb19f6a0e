"""The staff of one organisation, as those see it who look after it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.tables import Caseload, Credential, Staff, Team


def members(store: Store, organisation_id: str) -> Sequence[Staff]:
    """Everybody, the disabled last, by name."""
    here = select(Staff).where(Staff.organisation_id == organisation_id)
    with store.reading() as session:
        return session.scalars(here.order_by(Staff.disabled_at.is_not(None), Staff.name, Staff.id)).all()


def member(store: Store, organisation_id: str, staff_id: str) -> Staff | None:
    """A member of the organisation's staff; None when it is not one of them."""
    with store.reading() as session:
        found = session.get(Staff, staff_id)
    return found if found and found.organisation_id == organisation_id else None


def teams(store: Store, organisation_id: str) -> Sequence[Team]:
    """The organisation's teams, by name."""
    with store.reading() as session:
        return session.scalars(select(Team).where(Team.organisation_id == organisation_id).order_by(Team.name)).all()


def caseload_sizes(store: Store, organisation_id: str) -> Mapping[str, int]:
    """How many learners each of them works with, by the id of the member; who has none is not there."""
    counted = select(Caseload.staff_id, func.count()).join(Staff).where(Staff.organisation_id == organisation_id)
    with store.reading() as session:
        return dict(session.execute(counted.group_by(Caseload.staff_id)).tuples().all())


def have_password(store: Store, organisation_id: str) -> set[str]:
    """The ids of those who followed their invitation."""
    chosen = select(Credential.staff_id).join(Staff).where(Staff.organisation_id == organisation_id)
    with store.reading() as session:
        return set(session.scalars(chosen))


def has_learners(session: Session, staff_id: str) -> bool:
    """Whether a member of staff works with any learner."""
    return session.scalar(select(exists().where(Caseload.staff_id == staff_id))) is True


def held(session: Session, organisation_id: str, staff_id: str) -> Staff | None:
    """As ``member``, until the end of this write transaction."""
    found = session.get(Staff, staff_id, with_for_update=True)
    return found if found and found.organisation_id == organisation_id else None
