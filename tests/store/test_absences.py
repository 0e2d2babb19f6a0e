"""Absence: who is away until when, and who reads what is meant for them."""

from datetime import datetime
from random import Random

import pytest

from bot.store import Store, absences, people
from bot.store.people import Refused
from bot.store.tables import Staff
from tests.fakes.stores import BEGINNING, add, staff_row
from tests.store.rows import later


@pytest.fixture
def staff(store: Store) -> Store:
    """Els and Omar; Kim of another organisation; Gone, who left."""
    elsewhere = people.add_organisation(store, "Elsewhere", BEGINNING, Random(1))
    kim = staff_row("kim", organisation_id=elsewhere.id)
    add(store, staff_row("els"), staff_row("omar"), kim, staff_row("gone", disabled_at=BEGINNING))
    return store


def one(store: Store, name: str) -> Staff:
    return next(member for member in people.staff(store) if member.id == name)


def reads_for(store: Store, name: str, now: datetime) -> str | None:
    with store.reading() as session:
        found = absences.reader(session, one(store, name), now)
    return found.id if found else None


def test_in_absence_the_stand_in_reads_and_afterwards_oneself(staff: Store) -> None:
    absences.note(staff, "els", later(10), "omar")
    assert [reads_for(staff, "els", later(minutes)) for minutes in (9, 10)] == ["omar", "els"]
    assert absences.is_away(one(staff, "els"), later(9))
    assert not absences.is_away(one(staff, "els"), later(10))


def test_nobody_reads_where_nobody_is_there(staff: Store) -> None:
    absences.note(staff, "els", later(10), None)
    assert reads_for(staff, "els", later(1)) is None
    absences.note(staff, "els", later(10), "omar")
    absences.note(staff, "omar", later(5), "els")
    assert reads_for(staff, "els", later(1)) is None
    assert reads_for(staff, "els", later(6)) == "omar"
    assert reads_for(staff, "gone", later(6)) is None
    people.disable_staff(staff, "omar@example.org", later(7))
    assert reads_for(staff, "els", later(8)) is None


@pytest.mark.parametrize("stand_in", ["els", "kim", "gone", "nobody"])
def test_who_cannot_stand_in_is_refused_and_nothing_changes(staff: Store, stand_in: str) -> None:
    with pytest.raises(Refused, match=r"cannot stand in for els@example\.org"):
        absences.note(staff, "els", later(10), stand_in)
    assert (one(staff, "els").stand_in_id, one(staff, "els").absent_until) == (None, None)


def test_nobody_cannot_be_away(staff: Store) -> None:
    with pytest.raises(Refused, match="There is no such member of staff"):
        absences.note(staff, "nobody", later(10), None)


def test_by_address_no_stand_in_leaves_the_one_there_is_even_one_who_left(staff: Store) -> None:
    absences.note_named(staff, "els@example.org", later(10), "Omar@Example.org")
    people.disable_staff(staff, "omar@example.org", later(1))
    absences.note_named(staff, "els@example.org", None, None)
    assert (one(staff, "els").stand_in_id, one(staff, "els").absent_until) == ("omar", None)
    absences.note(staff, "els", None, None)
    assert one(staff, "els").stand_in_id is None
