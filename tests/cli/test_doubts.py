"""werkmaat content doubts: what sounds wrong is counted without names, and put aside."""

import json

import pytest

from bot.store import Store
from bot.store.tables import Doubt
from tests.cli.conftest import NOW, Run
from tests.fakes.stores import add, add_learner


def two_doubt(store: Store) -> None:
    for number, entries in ((1001, ("a.b", "a.c")), (1002, ("a.b",))):
        learner = add_learner(store, number)
        add(store, *(Doubt(learner_id=learner.id, entry_id=one, language="ar", at=NOW) for one in entries))


@pytest.mark.usefixtures("published")
def test_doubts_are_listed_most_people_first_and_without_a_name(run: Run, store: Store) -> None:
    assert run("content", "doubts").stderr == "Nobody doubts any words.\n"
    two_doubt(store)
    assert run("content", "doubts").stdout.splitlines() == [
        f"2  ar  a.b  {NOW:%Y-%m-%d}",
        f"1  ar  a.c  {NOW:%Y-%m-%d}",
    ]
    told = json.loads(run("content", "doubts", "--json").stdout)
    assert [(one["entry_id"], one["people"]) for one in told] == [("a.b", 2), ("a.c", 1)]
    assert {*told[0]} == {"entry_id", "language", "people", "last"}


@pytest.mark.usefixtures("published")
def test_what_was_looked_at_is_put_aside(run: Run, store: Store) -> None:
    two_doubt(store)
    assert run("content", "doubts", "--settle", "a.b", "--lang", "ar").exit_code == 0
    assert [one["entry_id"] for one in json.loads(run("content", "doubts", "--json").stdout)] == ["a.c"]


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    ("words", "code"), [(("--settle", "a.x"), 1), (("--settle", "a.b", "--lang", "tr"), 1), (("--lang", "ar"), 2)]
)
def test_what_nobody_doubts_is_told(run: Run, store: Store, words: tuple[str, ...], code: int) -> None:
    two_doubt(store)
    assert run("content", "doubts", *words).exit_code == code
    assert len(json.loads(run("content", "doubts", "--json").stdout)) == 2
