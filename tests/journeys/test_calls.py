"""Open alerts as staff see them: of whom, what of their kind, and who is to answer by when."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot.journeys import alerts, open_alerts
from bot.journeys.alerts import AlreadyDone
from bot.journeys.calls import Call, calls
from bot.safeguarding.hours import read_shifts
from bot.store import Store
from bot.store.tables import Alert, Staff
from tests.fakes.course import ZONE
from tests.fakes.stores import add, staff_row
from tests.fakes.watched import Watched, add_watched

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
HOURS = read_shifts("mon-fri 09:00-17:00")
"""It is Monday, eleven o'clock in Brussels."""


@pytest.fixture
def lien(store: Store) -> Staff:
    """A counsellor, whose stand-in is Omar; besides there are a lead and an administrator."""
    lien = staff_row("lien", stand_in_id="omar")
    add(store, staff_row("omar"), lien, staff_row("ines", role="lead"), staff_row("adam", role="administrator"))
    return lien


@pytest.fixture
def amina(store: Store, lien: Staff) -> Watched:
    return add_watched(store, lien, NOW)


def raised(amina: Watched, minutes_ago: float = 0, **changes: Any) -> None:
    values = {"flag": "violence", "shows": "call", "at": NOW - timedelta(minutes=minutes_ago), **changes}
    add(amina.store, Alert(id="a1", learner_id=amina.id, **values))


def seen(store: Store, member: str, **changes: Any) -> list[Call]:
    return calls(store, staff_row(member, **changes), HOURS, ZONE, NOW)


@pytest.mark.parametrize(
    ("minutes_ago", "people", "until", "then"),
    [
        (0, ("Lien",), 30, ("Omar",)),
        (40, ("Lien", "Omar"), 80, ("Ines",)),
        (119, ("Lien", "Omar"), 1, ("Ines",)),
        # Since before this morning: of staffed time two hours passed by now, and everybody is told tomorrow at nine.
        (6 * 60, ("Lien", "Omar", "Ines"), 22 * 60, ("Adam",)),
    ],
)
def test_who_is_to_answer_by_when(
    minutes_ago: float, people: tuple[str, ...], until: float, then: tuple[str, ...], amina: Watched, store: Store
) -> None:
    raised(amina, minutes_ago)
    [call] = seen(store, "lien")
    assert (call.people, call.then) == (people, then)
    assert call.until == NOW + timedelta(minutes=until)


def test_before_staffed_hours_it_says_when_they_begin(amina: Watched, store: Store) -> None:
    raised(amina)
    night = read_shifts("tue 09:00-17:00")
    [call] = calls(store, staff_row("lien"), night, ZONE, NOW)
    assert (call.people, call.until, call.then) == ((), NOW + timedelta(hours=22), ("Lien",))


@pytest.mark.parametrize(
    ("shared_with", "shows", "who", "read"),
    [
        (None, "call", "lien", "call"),
        ("counsellor", "call", "lien", "violence"),
        ("counsellor", "call", "omar", "call"),
        ("counsellor", "call", "ines", "call"),
        ("team", "violence", "ines", "violence"),
        ("nobody", "call", "lien", "call"),
    ],
)
def test_the_kind_is_for_whom_the_learner_chose(
    shared_with: str | None, shows: str, who: str, read: str, amina: Watched, store: Store
) -> None:
    raised(amina, shared_with=shared_with, shows=shows)
    assert [call.shows for call in seen(store, who)] == [read]


@pytest.mark.parametrize(
    ("who", "changes", "sees"),
    [
        ("lien", {}, True),
        ("omar", {}, True),
        ("ines", {"role": "lead"}, True),
        ("adam", {"role": "administrator"}, True),
        ("karim", {}, False),
        ("lien", {"organisation_id": "elsewhere"}, False),
    ],
)
def test_who_stands_by_the_learner_sees_and_answers(
    who: str, changes: dict[str, Any], sees: bool, amina: Watched, store: Store
) -> None:
    raised(amina)
    assert bool(seen(store, who, **changes)) is sees
    found = open_alerts.may_answer(store, staff_row(who, **changes), "a1", NOW)
    assert bool(found) is sees


def test_an_alert_that_is_not_there_is_nobodys(lien: Staff, store: Store) -> None:
    assert open_alerts.may_answer(store, lien, "a1", NOW) is None


def test_what_was_done_is_told_with_its_notes(amina: Watched, lien: Staff, store: Store) -> None:
    raised(amina, 40)
    alerts.acknowledge(store, "a1", lien, NOW, Random(1))
    alerts.note(store, "a1", staff_row("omar"), "Gebeld, niet opgenomen.", NOW)
    [call] = seen(store, "omar")
    assert (call.taken_on_by, call.people, call.then) == ("Lien", ("Lien",), ())
    assert [(done.what, done.by, done.note) for done in call.done] == [
        ("acknowledged", "Lien", None),
        ("noted", "Omar", "Gebeld, niet opgenomen."),
    ]
    alerts.close(store, "a1", lien, "Gesproken.", NOW)
    assert seen(store, "omar") == []
    with pytest.raises(AlreadyDone):
        alerts.note(store, "a1", lien, "Nog iets.", NOW)
