"""Learners whose progress may leave Werkmaat with their name: who shares it, and agreed to that too."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select

from bot.store.consents import agrees
from bot.store.database import Store
from bot.store.tables import Caseload, Group, GroupMember, Learner, Staff


@dataclass(frozen=True)
class Leave:
    """Of which organisation, and by which kinds of consent, all of which are needed."""

    organisation_id: str
    kinds: tuple[str, ...]

    @property
    def given(self) -> ColumnElement[bool]:
        """The condition on learners."""
        here = and_(Learner.organisation_id == self.organisation_id, Learner.enrolled_at.is_not(None))
        return and_(here, *(agrees(Learner.id, kind) for kind in self.kinds))


def learners(store: Store, leave: Leave, after: str, limit: int) -> Sequence[Learner]:
    """Such learners in the order of their ids, at most so many, from the one after ``after`` on."""
    page = select(Learner).where(Learner.id > after, leave.given).order_by(Learner.id).limit(limit)
    with store.reading() as session:
        return session.scalars(page).all()


def learner(store: Store, leave: Leave, learner_id: str) -> Learner | None:
    """One of them; None when there is none with this id."""
    with store.reading() as session:
        return session.scalars(select(Learner).where(Learner.id == learner_id, leave.given)).first()


def counsellors(store: Store, learner_ids: Collection[str]) -> Mapping[str, Sequence[str]]:
    """The names of those who work with these learners, by learner."""
    named = select(Caseload.learner_id, Staff.name).join(Staff, Staff.id == Caseload.staff_id)
    theirs = named.where(Caseload.learner_id.in_(learner_ids), Staff.disabled_at.is_(None))
    with store.reading() as session:
        return _grouped(session.execute(theirs.order_by(Caseload.since, Staff.name)).tuples().all())


def groups(store: Store, organisation_id: str, after: str, limit: int) -> Sequence[tuple[Group, str]]:
    """The groups of an organisation with who leads them, by id, from the one after ``after`` on; ended ones are not."""
    led = select(Group, Staff.name).join(Staff, Staff.id == Group.staff_id)
    open_ones = led.where(Group.organisation_id == organisation_id, Group.ended_at.is_(None), Group.id > after)
    with store.reading() as session:
        return session.execute(open_ones.order_by(Group.id).limit(limit)).tuples().all()


def in_groups(store: Store, leave: Leave, group_ids: Collection[str]) -> Mapping[str, Sequence[str]]:
    """The ids of such learners who are in these groups, by group."""
    member = select(GroupMember.group_id, Learner.id).join(Learner, Learner.id == GroupMember.learner_id)
    theirs = member.where(GroupMember.group_id.in_(group_ids), leave.given)
    with store.reading() as session:
        return _grouped(session.execute(theirs.order_by(Learner.id)).tuples().all())


def _grouped(pairs: Collection[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
