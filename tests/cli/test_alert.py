"""werkmaat alert: listed, taken on and closed by whoever stands by the learner, and by nobody else."""

import json
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from bot.store import Store, alerts, people, talk
from bot.store.tables import Alert, Caseload
from tests.cli.conftest import LIEN, Run
from tests.fakes.stores import BEGINNING, add, add_learner, outbox_rows, staff_row

ALERT = ("alert", "acknowledge", "a1", "--as")


@pytest.fixture
def amina(store: Store) -> str:
    """A learner of Lien with an alert of which only Lien may know why. Returns the learner's id."""
    learner = add_learner(store, name="Amina")
    lien = next(one for one in people.staff(store) if one.email == LIEN)
    elsewhere = people.add_organisation(store, "Elsewhere", datetime.now(UTC), Random(1))
    add(
        store,
        staff_row("omar"),
        staff_row("ines", role="lead"),
        staff_row("kim", role="administrator", organisation_id=elsewhere.id),
        Caseload(staff_id=lien.id, learner_id=learner.id, since=BEGINNING),
        Alert(
            id="a1", learner_id=learner.id, flag="exploitation", shows="call", shared_with="counsellor", at=BEGINNING
        ),
    )
    return learner.id


def listed(run: Run, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("alert", "list", "--json", *more).stdout)
    return found


def test_who_sees_what(run: Run, amina: str) -> None:
    seen = {who: [one["shows"] for one in listed(run, "--as", who)] for who in (LIEN, "ines@example.org")}
    assert seen == {LIEN: ["exploitation"], "ines@example.org": ["call"]}
    assert listed(run, "--as", "omar@example.org") == listed(run, "--as", "kim@example.org") == []
    assert [(one["id"], one["learner"], one["shows"]) for one in listed(run)] == [("a1", "Amina", "call")]
    assert "nobody took it on" in run("alert", "list").stdout


def test_it_is_taken_on_and_closed(run: Run, store: Store, amina: str) -> None:
    assert run(*ALERT, LIEN).exit_code == 0
    [told] = outbox_rows(store)
    assert told.payload is not None
    assert told.payload["silent"]
    assert "taken on by Lien" in run("alert", "list").stdout
    again = run(*ALERT, "ines@example.org")
    assert (again.exit_code, "taken on already" in again.stderr) == (1, True)
    assert run("alert", "close", "a1", "--as", LIEN, "--note", "Gebeld").exit_code == 0
    assert listed(run) == []
    assert talk.open_alerts(store, amina) == []
    assert [(event.what, event.note) for event in alerts.events(store, "a1")] == [
        ("acknowledged", None),
        ("closed", "Gebeld"),
    ]
    assert run("alert", "close", "a1", "--as", LIEN, "--note", "Nog eens").exit_code == 1


@pytest.mark.parametrize("who", ["omar@example.org", "kim@example.org", "nobody@example.org"])
def test_who_does_not_stand_by_the_learner_can_do_nothing(run: Run, store: Store, amina: str, who: str) -> None:
    assert run(*ALERT, who).exit_code == 1
    assert run("alert", "close", "a1", "--as", who, "--note", "Gebeld").exit_code == 1
    assert alerts.events(store, "a1") == []


def test_a_stand_in_sees_and_takes_on(run: Run, store: Store, amina: str, published: None) -> None:
    assert run("staff", "absent", LIEN, "--until", "2099-12-31", "--stand-in", "omar@example.org").exit_code == 0
    [lien] = [one for one in json.loads(run("staff", "list", "--json").stdout) if one["email"] == LIEN]
    assert (lien["stand_in"], lien["absent_until"]) == ("omar@example.org", "2099-12-31T23:00:00+00:00")
    assert [one["shows"] for one in listed(run, "--as", "omar@example.org")] == ["call"]
    assert run(*ALERT, "omar@example.org").exit_code == 0
    assert run("staff", "absent", LIEN, "--back").exit_code == 0
    [lien] = [one for one in json.loads(run("staff", "list", "--json").stdout) if one["email"] == LIEN]
    assert lien["absent_until"] is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("staff", "absent", LIEN), 2),
        (("staff", "absent", LIEN, "--until", "tomorrow"), 2),
        (("staff", "absent", LIEN, "--until", "2099-01-01", "--stand-in", LIEN), 1),
        (("staff", "absent", LIEN, "--until", "2099-01-01", "--stand-in", "kim@example.org"), 1),
        (("staff", "add", "a@b.org", "--name", "A", "--language", "tlh"), 2),
        (("alert", "close", "a1", "--as", LIEN, "--note", " "), 2),
        (("alert", "close", "none", "--as", LIEN, "--note", "x"), 1),
    ],
)
def test_what_cannot_be_is_said(run: Run, amina: str, published: None, words: tuple[str, ...], code: int) -> None:
    assert run(*words).exit_code == code


def test_without_alerts_nothing_is_listed(run: Run, store: Store) -> None:
    assert run("alert", "list").stdout == ""
    assert listed(run) == []
