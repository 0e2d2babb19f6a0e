"""Organisations, teams and staff."""

from random import Random

import pytest

from bot.store import Store, people
from bot.store.people import Refused, Role
from bot.store.tables import Staff
from tests.fakes.stores import BEGINNING, HOME
from tests.store.rows import later

RANDOM = Random(1)


def add_els(store: Store, email: str = "els@example.org", **where: str) -> Staff:
    return people.add_staff(store, "Els", email, Role.COUNSELLOR, later(1), RANDOM, **where)


def test_staff_join_the_first_organisation(store: Store) -> None:
    added = add_els(store)
    assert (added.organisation_id, added.team_id, added.role, added.disabled_at) == (HOME, None, "counsellor", None)
    listed = people.staff(store)
    assert [(one.id, one.role, one.created_at) for one in listed] == [(added.id, "counsellor", later(1))]


@pytest.mark.parametrize("role", Role)
def test_every_role_is_kept_by_its_name(store: Store, role: Role) -> None:
    people.add_staff(store, "Els", "els@example.org", role, BEGINNING, RANDOM)
    assert people.staff(store)[0].role == role.value


def test_staff_join_a_team_of_their_organisation(store: Store) -> None:
    people.add_organisation(store, "Stad Genk", later(1), RANDOM)
    team = people.add_team(store, "Stad Genk", "Onthaal", RANDOM)
    added = add_els(store, organisation="Stad Genk", team="Onthaal")
    assert (added.organisation_id, added.team_id) == (team.organisation_id, team.id)
    assert [one.name for one in people.organisations(store)] == ["Werkmaat", "Stad Genk"]
    assert [one.name for one in people.teams(store)] == ["Onthaal"]


def test_an_address_is_unique_however_it_is_written(store: Store) -> None:
    assert add_els(store, " Els@Example.org ").email == "els@example.org"
    with pytest.raises(Refused, match=r"els@example.org is taken by Els \(counsellor\)"):
        add_els(store, "ELS@example.ORG")
    assert len(people.staff(store)) == 1


@pytest.mark.parametrize("email", ["els", "@example.org", "els@", "els @example.org", ""])
def test_what_is_no_address_is_refused(store: Store, email: str) -> None:
    with pytest.raises(Refused, match=r"is no e-mail address: it should look like name@example\.org"):
        add_els(store, email)


def test_unknown_places_are_refused(store: Store) -> None:
    with pytest.raises(Refused, match="There is no organisation 'Nergens'"):
        add_els(store, organisation="Nergens")
    with pytest.raises(Refused, match="There is no organisation 'Nergens'"):
        people.add_team(store, "Nergens", "Onthaal", RANDOM)
    with pytest.raises(Refused, match="Werkmaat has no team 'Onthaal'"):
        add_els(store, team="Onthaal")


def test_names_are_taken_once(store: Store) -> None:
    people.add_team(store, "Werkmaat", "Onthaal", RANDOM)
    with pytest.raises(Refused, match="Werkmaat has a team 'Onthaal' already"):
        people.add_team(store, "Werkmaat", "Onthaal", RANDOM)
    with pytest.raises(Refused, match="There is an organisation 'Werkmaat' already"):
        people.add_organisation(store, "Werkmaat", BEGINNING, RANDOM)


def test_disabling_keeps_the_first_moment(store: Store) -> None:
    add_els(store)
    people.disable_staff(store, "ELS@example.org", later(2))
    people.disable_staff(store, "els@example.org", later(3))
    assert people.staff(store)[0].disabled_at == later(2)


def test_nobody_cannot_be_disabled(store: Store) -> None:
    with pytest.raises(Refused, match=r"Nobody on the staff has the address els@example\.org"):
        people.disable_staff(store, "els@example.org", BEGINNING)
