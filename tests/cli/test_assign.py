"""werkmaat learner assign: a unit is chosen for a learner, and taken back."""

import json
from random import Random

import pytest
from typer.testing import Result

from bot.store import Store, assigning, people
from tests.cli.conftest import LIEN, NOW, Run
from tests.fakes.stores import add_learner, outbox_rows


def assign(run: Run, *words: str, unit: str = "shared.phone", email: str = LIEN) -> Result:
    return run("learner", "assign", "--telegram-id", "1001", "--unit", unit, "--as", email, *words)


@pytest.mark.usefixtures("published")
def test_a_unit_is_chosen_for_a_learner_who_is_told_by_whom(run: Run, store: Store) -> None:
    amina = add_learner(store)
    assert assign(run).exit_code == 0
    [told] = outbox_rows(store)
    assert told.payload
    assert "Lien" in json.dumps(told.payload["lines"])
    assert told.payload["buttons"][0][0]["data"] == "path:-:practise-shared.phone"
    assert assign(run).exit_code == 1
    assert assign(run, "--take-back").exit_code == 0
    assert (assigning.of(store, amina.id), len(outbox_rows(store))) == ([], 1)
    assert assign(run, "--take-back").exit_code == 1


@pytest.mark.usefixtures("published")
def test_an_unknown_unit_lists_those_that_exist(run: Run, store: Store) -> None:
    add_learner(store)
    result = assign(run, unit="shared.fone")
    assert (result.exit_code, result.stdout, outbox_rows(store)) == (1, "", [])
    assert "shared.phone  Telefoon en berichten" in result.stderr


@pytest.mark.usefixtures("published")
def test_a_unit_is_chosen_by_staff_of_the_learners_organisation_alone(run: Run, store: Store) -> None:
    add_learner(store)
    elsewhere = people.add_organisation(store, "Elsewhere", NOW, Random(2))
    people.add_staff(store, "Kim", "kim@b.c", people.Role.COUNSELLOR, NOW, Random(3), organisation=elsewhere.name)
    for email in ("kim@b.c", "nobody@b.c"):
        assert assign(run, email=email).exit_code == 1
    assert outbox_rows(store) == []
