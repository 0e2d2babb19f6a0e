"""werkmaat report: what was not understood, and what learners say about Werkmaat."""

import json
from datetime import date

import pytest

from bot.store import Store
from bot.store.tables import Message, NotUnderstood, Voice
from tests.cli.conftest import Run
from tests.fakes.stores import BEGINNING, add, add_learner


@pytest.mark.usefixtures("published")
def test_what_was_not_understood_is_counted(run: Run, store: Store) -> None:
    amina = add_learner(store, 1001)
    add(
        store,
        NotUnderstood(id="1", language="ar", guessed=["pause"], chosen="pause", at=BEGINNING),
        NotUnderstood(id="2", language="ar", guessed=[], at=BEGINNING, learner_id=amina.id, words="geheimwoord"),
    )
    lines = run("report", "--not-understood").stdout.splitlines()
    assert [line.strip() for line in lines[1:]] == ["ar: zonder voorstel: 1, 0", "ar: pause: 1, 1"]
    assert "geheimwoord" not in run("report").stdout
    assert "ar: pause: 1, 1" in run("report").stdout
    found = json.loads(run("report", "--not-understood", "--json").stdout)
    assert {"language": "ar", "label": "pause", "offered": 1, "chosen": 1} in found["counts"]
    assert found["words"] == [{"language": "ar", "words": "geheimwoord"}]


def test_voices_have_no_name(run: Run, store: Store) -> None:
    amina = add_learner(store, 1001)
    add(
        store,
        Voice(id="1", language="ar", week=date(2026, 11, 2), text="langer\nlezen"),
        Voice(id="2", language="nl", week=date(2026, 11, 9), voice_file_id="V1"),
        Voice(id="3", learner_id=amina.id, language="nl", week=date(2026, 11, 9), text="nog niet"),
        Message(id="m1", learner_id=amina.id, about="problem", text="antwoord?", at=BEGINNING),
    )
    lines = run("report", "--voices").stdout.splitlines()
    assert lines[0] == "2026-11-02  ar  langer lezen"
    assert lines[1] == "2026-11-09  nl  (voice message)"
    assert lines[2].endswith("antwoord?  [werkmaat learner reply m1]")
    assert len(lines) == 3
    found = json.loads(run("report", "--voices", "--json").stdout)
    assert amina.id not in json.dumps(found)
    assert [one["text"] for one in found] == ["langer\nlezen", None, "antwoord?"]


def test_nothing_was_said(run: Run, store: Store) -> None:
    for words in ("--voices", "--not-understood"):
        result = run("report", words)
        assert (result.exit_code, result.stdout) == (0, "")
