"""Who may see which learners."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.people import Role
from bot.store.tables import Caseload, Learner, Staff

WORKS_WITH_LEARNERS = and_(Staff.role.in_((Role.COUNSELLOR, Role.LEAD)), Staff.disabled_at.is_(None))
"""A condition: a member of staff who may have learners."""


def reach(member: Staff, now: datetime) -> Select[tuple[str]]:
    """The ids of the learners whom a member of staff may see, to be used in ``.in_()``.

    A counsellor sees their own caseload, a lead the learners of their team, without a team those of the organisation.
    Both see also the caseloads of colleagues who are away and for whom they stand in, of any team. Coordinators and
    administrators see none.
    """
    return select(Learner.id).where(_seen_by(member, now), Learner.enrolled_at.is_not(None))


def learner(store: Store, member: Staff, learner_id: str, now: datetime) -> Learner | None:
    """A learner, if the member of staff may see them."""
    theirs = select(Learner).where(Learner.id == learner_id, Learner.id.in_(reach(member, now)))
    with store.reading() as session:
        return session.scalars(theirs).first()


def colleagues(store: Store, member: Staff) -> list[Staff]:
    """The counsellors and leads of a member's organisation who may have learners, by name; oneself too."""
    here = select(Staff).where(Staff.organisation_id == member.organisation_id, WORKS_WITH_LEARNERS)
    with store.reading() as session:
        return list(session.scalars(here.order_by(Staff.name, Staff.id)))


def hold(session: Session, member: Staff, learner_id: str, now: datetime) -> Learner | None:
    """A learner whom the member may see, as they are until the end of this write transaction."""
    theirs = select(Learner).where(Learner.id == learner_id, Learner.id.in_(reach(member, now)))
    return session.scalars(theirs.with_for_update()).first()


def _seen_by(member: Staff, now: datetime) -> ColumnElement[bool]:
    here = Learner.organisation_id == member.organisation_id
    if member.role == Role.COUNSELLOR:
        return and_(here, _with_one_of(Staff.id == member.id, _away(member, now)))
    if member.role == Role.LEAD:
        of_team = _with_one_of(Staff.team_id == member.team_id, _away(member, now))
        return and_(here, or_(Learner.team_id == member.team_id, of_team)) if member.team_id else here
    return false()


def _away(member: Staff, now: datetime) -> ColumnElement[bool]:
    """Colleagues for whom the member stands in now."""
    return and_(Staff.stand_in_id == member.id, Staff.absent_until > now)


def _with_one_of(*which: ColumnElement[bool]) -> ColumnElement[bool]:
    # One list of staff, not two conditions: so that both databases look caseloads up instead of reading all of them.
    staff = select(Staff.id).where(or_(*which))
    return Learner.id.in_(select(Caseload.learner_id).where(Caseload.staff_id.in_(staff)))
