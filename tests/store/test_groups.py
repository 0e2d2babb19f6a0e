"""Groups: who sees them, who may be put into them, and that an ended one is out of sight."""

from datetime import timedelta
from random import Random

import pytest

from bot.store import Store, erasing, groups
from bot.store.tables import Group, Staff
from tests.fakes.stores import BEGINNING, add
from tests.store.groups import add_client, add_elsewhere, add_group, add_members, add_staff, add_team
from tests.store.rows import later


@pytest.fixture
def els(store: Store) -> Staff:
    return add_staff(store, "els")


def names(store: Store, member: Staff) -> list[str]:
    return [one.group.name for one in groups.all_of(store, member, BEGINNING)]


def ids_in(store: Store, member: Staff, group: Group) -> list[str]:
    return [one.learner.id for one in groups.members(store, member, group.id, BEGINNING)]


def test_who_makes_a_group_leads_and_sees_it(store: Store, els: Staff) -> None:
    made = groups.make(store, els, "Bouw, maandag", later(1), Random(1))
    (seen,) = groups.all_of(store, els, later(2))
    assert (seen.group.id, seen.group.name, seen.leader, seen.members) == (made.id, "Bouw, maandag", "Els", 0)
    assert (made.made_at, made.ended_at) == (later(1), None)
    found = groups.find(store, els, made.id, later(2))
    assert found
    assert found.group.id == made.id


@pytest.mark.parametrize(
    ("who", "role", "team", "sees"),
    [
        ("omar", "counsellor", None, False),
        ("lea", "lead", None, True),
        ("lou", "lead", "north", True),
        ("lio", "lead", "south", False),
        ("ada", "administrator", None, False),
        ("coen", "coordinator", None, False),
    ],
)
def test_a_lead_sees_the_groups_of_their_team_and_colleagues_do_not(
    store: Store, who: str, role: str, team: str | None, sees: bool
) -> None:
    for name in ("north", "south"):
        add_team(store, name)
    group = add_group(store, add_staff(store, "els", team_id="north"))
    member = add_staff(store, who, role=role, team_id=team)
    assert names(store, member) == (["Monday"] if sees else [])
    assert (groups.find(store, member, group.id, BEGINNING) is not None) is sees


def test_nobody_of_another_organisation_sees_a_group(store: Store, els: Staff) -> None:
    add_group(store, els)
    add_elsewhere(store)
    assert names(store, add_staff(store, "lena", role="lead", organisation_id="elsewhere")) == []


def test_a_stand_in_sees_it_while_the_leader_is_away(store: Store) -> None:
    omar = add_staff(store, "omar")
    els = add_staff(store, "els", stand_in_id=omar.id, absent_until=later(60))
    add_group(store, els)
    assert [len(groups.all_of(store, omar, later(minutes))) for minutes in (59, 60)] == [1, 0]


def test_only_learners_whom_one_sees_come_into_a_group(store: Store, els: Staff) -> None:
    omar, group = add_staff(store, "omar"), add_group(store, els)
    mine, other = add_client(store, els, 1), add_client(store, omar, 2)
    assert groups.add(store, els, group.id, [mine.id, other.id, "nobody"], later(1)) == 1
    assert groups.add(store, els, group.id, [mine.id], later(2)) == 0
    assert groups.add(store, omar, group.id, [other.id], later(2)) == 0
    assert ids_in(store, els, group) == [mine.id]


def test_a_group_has_so_many_members_and_no_more(store: Store, els: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "MOST", 2)
    group, clients = add_group(store, els), [add_client(store, els, number).id for number in (1, 2, 3)]
    with pytest.raises(groups.GroupFull):
        groups.add(store, els, group.id, clients, BEGINNING)
    assert ids_in(store, els, group) == []
    assert groups.add(store, els, group.id, clients[:2], BEGINNING) == 2


def test_who_was_handed_over_stays_in_the_group_and_out_of_reach(store: Store, els: Staff) -> None:
    group, omar = add_group(store, els), add_staff(store, "omar")
    add_members(store, group, add_client(store, els, 1, name="Zoya"), add_client(store, omar, 2, name="Ali"))
    found = groups.members(store, els, group.id, BEGINNING)
    assert [(one.learner.name, one.in_reach) for one in found] == [("Ali", False), ("Zoya", True)]


def test_a_learner_leaves_a_group(store: Store, els: Staff) -> None:
    group, client = add_group(store, els), add_client(store, els, 1)
    add_members(store, group, client)
    assert not groups.remove(store, add_staff(store, "omar"), group.id, client.id, BEGINNING)
    assert groups.remove(store, els, group.id, client.id, BEGINNING)
    assert not groups.remove(store, els, group.id, client.id, BEGINNING)
    assert ids_in(store, els, group) == []


def test_candidates_are_who_is_not_in_it_yet_by_name(store: Store, els: Staff) -> None:
    group = add_group(store, els)
    for number, name in enumerate(("Bilal", "Amina", "Zoya", "100% Ali"), start=1):
        add_client(store, els, number, name=name)
    add_members(store, group, add_client(store, els, 9, name="Aya"))
    add_client(store, add_staff(store, "omar"), 10, name="Anna")

    def found(named: str = "", limit: int = 50) -> list[str | None]:
        return [one.name for one in groups.candidates(store, els, group.id, BEGINNING, named, limit)]

    assert found() == ["100% Ali", "Amina", "Bilal", "Zoya"]
    assert found("MIN") == ["Amina"]
    assert found("%") == ["100% Ali"]
    assert found(limit=2) == ["100% Ali", "Amina"]


def test_a_group_gets_another_name_and_leader(store: Store, els: Staff) -> None:
    group, omar = add_group(store, els), add_staff(store, "omar")
    assert groups.change(store, els, group.id, "Tuesday", omar.id, BEGINNING)
    assert (names(store, els), names(store, omar)) == ([], ["Tuesday"])


@pytest.mark.parametrize(
    "changes", [{"role": "coordinator"}, {"disabled_at": BEGINNING}, {"organisation_id": "elsewhere"}]
)
def test_not_everybody_may_lead_it(store: Store, els: Staff, changes: dict[str, object]) -> None:
    group = add_group(store, els)
    add_elsewhere(store)
    other = add_staff(store, "omar", **changes)
    assert not groups.change(store, els, group.id, "Tuesday", other.id, BEGINNING)
    assert not groups.change(store, els, group.id, "Tuesday", "nobody", BEGINNING)
    assert names(store, els) == ["Monday"]


def test_an_ended_group_is_out_of_sight(store: Store, els: Staff) -> None:
    group = add_group(store, els)
    assert not groups.end(store, add_staff(store, "omar"), group.id, BEGINNING)
    assert groups.end(store, els, group.id, later(1))
    assert not groups.end(store, els, group.id, later(2))
    assert names(store, els) == []
    assert not groups.change(store, els, group.id, "Tuesday", els.id, later(2))
    with store.reading() as session:
        assert session.get_one(Group, group.id).ended_at == later(1)


def test_an_erased_learner_is_in_no_group(store: Store, els: Staff) -> None:
    group, client = add_group(store, els), add_client(store, els, 1)
    add_members(store, group, client, since=BEGINNING + timedelta(days=1))
    with store.writing() as session:
        assert erasing.erase(session, client.id)
    assert ids_in(store, els, group) == []
    (seen,) = groups.all_of(store, els, BEGINNING)
    assert seen.members == 0


def test_groups_stand_in_the_order_of_their_names(store: Store, els: Staff) -> None:
    for name in ("Wednesday", "Friday"):
        add_group(store, els, name)
    add(store, Group(id="x", organisation_id=els.organisation_id, name="Friday", staff_id=els.id, made_at=BEGINNING))
    assert names(store, els) == ["Friday", "Friday", "Wednesday"]
