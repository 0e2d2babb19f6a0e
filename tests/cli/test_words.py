"""werkmaat content words: words from work wait without a name, and are decided about."""

import json
from datetime import timedelta

import pytest

from bot.store import Store
from bot.store.tables import WorkWord
from tests.cli.conftest import NOW, Run
from tests.fakes.stores import add, add_learner, outbox_rows


def sends_words(store: Store) -> None:
    learner = add_learner(store)
    rows = [("w1", {"text": "de bekisting\nhier"}), ("w2", {"voice_file_id": "V1"}), ("w3", {"photo_file_id": "P1"})]
    for minutes, (key, said) in enumerate(rows):
        at = NOW + timedelta(minutes=minutes)
        add(store, WorkWord(id=key, learner_id=learner.id, at=at, state="waiting", **said))


@pytest.mark.usefixtures("published")
def test_words_from_work_wait_without_a_name(run: Run, store: Store) -> None:
    assert run("content", "words").stderr == "No word waits.\n"
    sends_words(store)
    listed = run("content", "words").stdout
    day = f"{NOW:%Y-%m-%d}"
    assert listed.splitlines()[0] == f"w1  {day}  text  de bekisting hier"
    assert "Amina" not in listed
    told = json.loads(run("content", "words", "--json").stdout)
    assert [(one["id"], one["kind"], one["text"]) for one in told] == [
        ("w1", "text", "de bekisting\nhier"),
        ("w2", "voice", None),
        ("w3", "photo", None),
    ]
    assert {*told[0]} == {"id", "at", "kind", "text"}


@pytest.mark.usefixtures("published")
def test_a_word_becomes_an_exercise_or_not_and_the_learner_is_told(run: Run, store: Store) -> None:
    sends_words(store)
    assert run("content", "words", "--made", "w1", "--item", "construction.gear.helmet").exit_code == 0
    assert run("content", "words", "--refuse", "w2").exit_code == 0
    lines = [(row.payload or {})["lines"][-1] for row in outbox_rows(store)]
    assert lines == [[{"text": "work_word.made"}], [{"text": "work_word.refused"}]]
    assert [one["id"] for one in json.loads(run("content", "words", "--json").stdout)] == ["w3"]


WORDS_REFUSED = [
    (("--made", "w1"), 2),
    (("--item", "construction.gear.helmet"), 2),
    (("--made", "w1", "--item", "construction.gear.helmet", "--refuse", "w1"), 2),
    (("--made", "w1", "--item", "no.such.item"), 1),
    (("--refuse", "nosuchword"), 1),
]


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(("words", "code"), WORDS_REFUSED)
def test_a_word_that_cannot_be_decided_about_stays(run: Run, store: Store, words: tuple[str, ...], code: int) -> None:
    sends_words(store)
    result = run("content", "words", *words)
    assert (result.exit_code, result.stdout, outbox_rows(store)) == (code, "", [])
    assert result.stderr
