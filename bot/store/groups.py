"""Groups of learners: who leads and sees them, and who is in them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import ColumnElement, Select, delete, false, func, or_, select, update
from sqlalchemy.orm import Session

from bot.store.caseloads import reach
from bot.store.database import Store
from bot.store.ids import new_id
from bot.store.people import Role
from bot.store.tables import Broadcast, Group, GroupMember, Learner, Staff

MOST = 100
"""Learners of a group: a class or a course, whose figures are counted anew whenever its page is opened."""


class GroupFull(Exception):
    """More learners than ``MOST`` would be in a group."""


@dataclass(frozen=True)
class Listed:
    """A group with who leads it, and how many learners are in it."""

    group: Group
    leader: str
    members: int


@dataclass(frozen=True)
class Member:
    """A learner of a group; ``in_reach`` says whether whoever looks may open their page."""

    learner: Learner
    in_reach: bool


def seen_by(member: Staff, now: datetime) -> Select[tuple[str]]:
    """The ids of the groups that a member of staff may see, to be used in ``.in_()``.

    A counsellor sees those that they lead, and those of colleagues who are away and for whom they stand in. A lead sees
    those that their team leads, without a team those of the organisation. Ended ones are out of sight.
    """
    here = select(Group.id).where(Group.organisation_id == member.organisation_id, Group.ended_at.is_(None))
    return here.where(_led_for(member, now))


def all_of(store: Store, member: Staff, now: datetime) -> Sequence[Listed]:
    """The groups that a member of staff may see, by name."""
    with store.reading() as session:
        return [Listed(*row) for row in session.execute(_listed(member, now)).tuples()]


def find(store: Store, member: Staff, group_id: str, now: datetime) -> Listed | None:
    """A group, if the member of staff may see it."""
    with store.reading() as session:
        found = session.execute(_listed(member, now).where(Group.id == group_id)).tuples().first()
    return Listed(*found) if found else None


def hold(session: Session, member: Staff, group_id: str, now: datetime) -> Group | None:
    """A group that the member may see, as it is until the end of this write transaction."""
    theirs = select(Group).where(Group.id == group_id, Group.id.in_(seen_by(member, now)))
    return session.scalars(theirs.with_for_update()).first()


def make(store: Store, member: Staff, name: str, now: datetime, random: Random) -> Group:
    """Make a group that the member of staff leads."""
    made = Group(id=new_id(random), organisation_id=member.organisation_id, name=name, staff_id=member.id, made_at=now)
    with store.writing() as session:
        session.add(made)
    return made


def change(store: Store, member: Staff, group_id: str, name: str, leader_id: str, now: datetime) -> bool:
    """Give a group another name, or to another colleague to lead. Returns False when either cannot be had."""
    with store.writing() as session:
        group, leader = hold(session, member, group_id, now), session.get(Staff, leader_id)
        if group is None or leader is None or not _may_lead(leader, group):
            return False
        group.name, group.staff_id = name, leader.id
        return True


def members(store: Store, member: Staff, group_id: str, now: datetime) -> Sequence[Member]:
    """The learners of a group, by name, for a member of staff who may see it."""
    in_reach = Learner.id.in_(reach(member, now))
    found = select(Learner, in_reach).where(Learner.id.in_(_ids(group_id))).order_by(Learner.name, Learner.id)
    with store.reading() as session:
        return [Member(*row) for row in session.execute(found).tuples()]


def end(store: Store, member: Staff, group_id: str, now: datetime) -> bool:
    """End a group: it is kept and out of sight, and what was to be said to it is not. False without such a group."""
    waits = update(Broadcast).where(Broadcast.group_id == group_id, Broadcast.begun_at.is_(None))
    with store.writing() as session:
        group = hold(session, member, group_id, now)
        if group is None:
            return False
        group.ended_at = now
        session.execute(waits.where(Broadcast.cancelled_at.is_(None)).values(cancelled_at=now))
        return True


def candidates(
    store: Store, member: Staff, group_id: str, now: datetime, named: str = "", limit: int = 50
) -> Sequence[Learner]:
    """Learners whom the member may see and who are not in the group, by name; ``named`` is a part of it."""
    others = select(Learner).where(Learner.id.in_(reach(member, now)), Learner.id.not_in(_ids(group_id)))
    if named:
        others = others.where(Learner.name.icontains(named, autoescape=True))
    with store.reading() as session:
        return session.scalars(others.order_by(Learner.name, Learner.id).limit(limit)).all()


def add(store: Store, member: Staff, group_id: str, learner_ids: Collection[str], now: datetime) -> int:
    """Put learners into a group: those of these whom the member may see. Returns how many are new.

    Raises:
        GroupFull: there would be more than ``MOST``. Nobody was added.
    """
    with store.writing() as session:
        group = hold(session, member, group_id, now)
        if group is None:
            return 0
        there = set(session.scalars(_ids(group_id)))
        chosen = select(Learner.id).where(Learner.id.in_(set(learner_ids) - there), Learner.id.in_(reach(member, now)))
        # Who is being erased would leave a row behind: they are held until it is written.
        new = session.scalars(chosen.order_by(Learner.id).with_for_update(read=True)).all()
        if len(there) + len(new) > MOST:
            raise GroupFull
        session.add_all(GroupMember(group_id=group_id, learner_id=learner_id, since=now) for learner_id in new)
        return len(new)


def remove(store: Store, member: Staff, group_id: str, learner_id: str, now: datetime) -> bool:
    """Take a learner out of a group. Returns False when they were not in it."""
    with store.writing() as session:
        if hold(session, member, group_id, now) is None:
            return False
        this = delete(GroupMember).where(GroupMember.group_id == group_id, GroupMember.learner_id == learner_id)
        return session.scalar(this.returning(GroupMember.learner_id)) is not None


def _led_for(member: Staff, now: datetime) -> ColumnElement[bool]:
    if member.role == Role.COUNSELLOR:
        away = select(Staff.id).where(Staff.stand_in_id == member.id, Staff.absent_until > now)
        return or_(Group.staff_id == member.id, Group.staff_id.in_(away))
    if member.role != Role.LEAD:
        return false()
    here = select(Staff.id).where(Staff.organisation_id == member.organisation_id)
    return Group.staff_id.in_(here.where(Staff.team_id == member.team_id) if member.team_id else here)


def _listed(member: Staff, now: datetime) -> Select[tuple[Group, str, int]]:
    count = select(func.count()).where(GroupMember.group_id == Group.id).scalar_subquery()
    found = select(Group, Staff.name, count).join(Staff, Staff.id == Group.staff_id)
    return found.where(Group.id.in_(seen_by(member, now))).order_by(Group.name, Group.id)


def _ids(group_id: str) -> Select[tuple[str]]:
    return select(GroupMember.learner_id).where(GroupMember.group_id == group_id)


def _may_lead(leader: Staff, group: Group) -> bool:
    with_learners = leader.role in (Role.COUNSELLOR, Role.LEAD)
    return with_learners and leader.organisation_id == group.organisation_id and leader.disabled_at is None
