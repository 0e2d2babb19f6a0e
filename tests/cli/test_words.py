"""werkmaat content words: words from work wait without a name, and are decided about."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store import Store
from bot.store.tables import WorkWord
from tests.cli.conftest import NOW, Run
from tests.fakes.stores import add, add_learner, outbox_rows, staff_row


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
    assert {*told[0]} == {"id", "at", "kind", "text", "meaning"}


@pytest.mark.usefixtures("published")
def test_what_a_counsellor_gave_with_a_word_is_written_where_one_works(
    run: Run, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sends_words(store)
    add(store, staff_row("els"))
    given = {"text": "de bekisting", "meaning": "le coffrage", "picture": b"a picture", "sound": b"a sound"}
    add(store, WorkWord(id="w4", learner_id="learner1001", staff_id="els", at=NOW, state="waiting", **given))
    assert f"w4  {NOW:%Y-%m-%d}  staff  de bekisting = le coffrage" in run("content", "words").stdout
    monkeypatch.chdir(tmp_path)
    assert run("content", "words", "--save", "w4").exit_code == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix in (".jpg", ".ogg")} == {
        "w4.jpg": b"a picture",
        "w4.ogg": b"a sound",
    }
    assert run("content", "words", "--save", "w1").exit_code == 1


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
    (("--save", "nosuchword"), 1),
    (("--save", "w1", "--refuse", "w1"), 2),
]


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(("words", "code"), WORDS_REFUSED)
def test_a_word_that_cannot_be_decided_about_stays(run: Run, store: Store, words: tuple[str, ...], code: int) -> None:
    sends_words(store)
    result = run("content", "words", *words)
    assert (result.exit_code, result.stdout, outbox_rows(store)) == (code, "", [])
    assert result.stderr
