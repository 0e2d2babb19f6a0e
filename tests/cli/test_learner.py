"""werkmaat learner: what they wrote is answered, what is kept of them is given out, and erased."""

import json
from random import Random

import pytest

from bot.store import Store, learners, people, talk
from tests.cli.conftest import LIEN, NOW, Run, write
from tests.fakes.stores import outbox_rows


def test_a_message_waits_and_is_answered(run: Run, store: Store) -> None:
    write(store)
    assert run("learner", "reply").stdout == "m1  Amina  3 days ago  Wanneer?\n"
    assert [one["id"] for one in json.loads(run("learner", "reply", "--json").stdout)] == ["m1"]
    assert run("learner", "reply", "--message", "m1", "--staff", LIEN, "Morgen om tien uur.").exit_code == 0
    assert run("learner", "reply").stdout == ""
    assert "Morgen om tien uur." in json.dumps([row.payload for row in outbox_rows(store)])


def test_staff_of_another_organisation_cannot_answer(run: Run, store: Store) -> None:
    write(store)
    elsewhere = people.add_organisation(store, "Elsewhere", NOW, Random(2))
    people.add_staff(store, "Kim", "kim@b.c", people.Role.COUNSELLOR, NOW, Random(3), organisation=elsewhere.name)
    assert run("learner", "reply", "--message", "m1", "--staff", "kim@b.c", "Dag").exit_code == 1
    assert outbox_rows(store) == []


def test_an_answer_without_a_sender_is_called_wrongly(run: Run, store: Store) -> None:
    write(store)
    assert run("learner", "reply", "--message", "m1", "Dag").exit_code == 2


def test_everything_kept_is_one_json_document(run: Run, store: Store) -> None:
    write(store)
    kept = json.loads(run("learner", "export", "--telegram-id", "1001").stdout)
    assert kept["messages"][0]["text"] == "Wanneer?"


@pytest.mark.parametrize(("words", "answer", "gone"), [((), "n\n", False), ((), "y\n", True), (("--yes",), "", True)])
def test_a_learner_is_erased_when_that_is_meant(
    words: tuple[str, ...], answer: str, gone: bool, run: Run, store: Store
) -> None:
    learner = write(store)
    result = run("learner", "erase", "--telegram-id", "1001", *words, input=answer)
    assert result.exit_code == (0 if gone else 1)
    assert (learners.by_telegram_id(store, 1001) is None) is gone
    assert (talk.message(store, learner.id) is None) is gone
