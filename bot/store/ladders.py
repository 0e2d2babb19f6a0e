"""Who stands by a learner, from the counsellor up."""

from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from bot.safeguarding.escalation import Ladder, Person
from bot.store.database import Store
from bot.store.people import Role
from bot.store.tables import Caseload, Learner, Staff


def ladder(store: Store, learner: Learner, now: datetime) -> Ladder:
    """The counsellor who works with a learner, the leads of the team, and the organisation's administrators.

    A lead without a team leads all of them. Nobody who is disabled stands on it.
    """
    with store.reading() as session:
        counsellor = _counsellor(session, learner)
        team = learner.team_id or (counsellor.team_id if counsellor else None)
        of_team = or_(Staff.team_id.is_(None), Staff.team_id == team) if team else Staff.team_id.is_(None)
        leads = _of_role(learner, Role.LEAD).where(of_team)
        return Ladder(
            counsellor=_person(session, counsellor, now) if counsellor else None,
            leads=_people(session, leads, now),
            administrators=_people(session, _of_role(learner, Role.ADMINISTRATOR), now),
        )


def person(store: Store, staff_id: str, now: datetime) -> Person:
    """A member of staff as somebody who can be told. Raises NoResultFound when there is none."""
    with store.reading() as session:
        return _person(session, session.get_one(Staff, staff_id), now)


def _counsellor(session: Session, learner: Learner) -> Staff | None:
    mine = select(Staff).join(Caseload, Caseload.staff_id == Staff.id).where(Caseload.learner_id == learner.id)
    return session.scalars(mine.where(Staff.disabled_at.is_(None)).order_by(Caseload.since.desc())).first()


def _of_role(learner: Learner, role: Role) -> Select[tuple[Staff]]:
    here = select(Staff).where(Staff.organisation_id == learner.organisation_id, Staff.role == role.value)
    return here.where(Staff.disabled_at.is_(None)).order_by(Staff.email)


def _people(session: Session, chosen: Select[tuple[Staff]], now: datetime) -> tuple[Person, ...]:
    return tuple(_person(session, one, now) for one in session.scalars(chosen).all())


def _person(session: Session, one: Staff, now: datetime) -> Person:
    second = session.get(Staff, one.stand_in_id) if one.stand_in_id else None
    stand_in = Person(second.id, _away(second, now)) if second and not second.disabled_at else None
    return Person(one.id, _away(one, now), stand_in)


def _away(one: Staff, now: datetime) -> bool:
    return one.absent_until is not None and one.absent_until > now
