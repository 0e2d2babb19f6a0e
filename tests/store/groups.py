"""A group of learners, with staff of every kind around it."""

from datetime import datetime

from bot.store import Store
from bot.store.tables import Caseload, Group, GroupMember, Learner, Organisation, Staff, Team
from tests.fakes.stores import BEGINNING, HOME, add, add_learner, staff_row


def add_group(store: Store, leader: Staff, name: str = "Monday", **changes: object) -> Group:
    """A group that nobody is in yet; its name is its id."""
    values = {"id": name, "organisation_id": leader.organisation_id, "made_at": BEGINNING, **changes}
    group = Group(name=name, staff_id=leader.id, **values)
    add(store, group)
    return group


def add_members(store: Store, group: Group, *learners: Learner, since: datetime = BEGINNING) -> None:
    add(store, *(GroupMember(group_id=group.id, learner_id=learner.id, since=since) for learner in learners))


def add_staff(store: Store, name: str, **changes: object) -> Staff:
    member = staff_row(name, **changes)
    add(store, member)
    return member


def add_team(store: Store, name: str) -> Team:
    team = Team(id=name, organisation_id=HOME, name=name)
    add(store, team)
    return team


def add_elsewhere(store: Store) -> Organisation:
    """Another organisation."""
    elsewhere = Organisation(id="elsewhere", name="Elsewhere", created_at=BEGINNING)
    add(store, elsewhere)
    return elsewhere


def add_client(store: Store, counsellor: Staff, telegram_id: int, **changes: object) -> Learner:
    """A learner in the caseload of a counsellor."""
    learner = add_learner(store, telegram_id, organisation_id=counsellor.organisation_id, **changes)
    add(store, Caseload(staff_id=counsellor.id, learner_id=learner.id, since=BEGINNING))
    return learner
