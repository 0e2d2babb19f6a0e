"""werkmaat learner announce: to all at once, in every language that is read, and once."""

import json
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.store import Store, people
from tests.cli.conftest import NOW, Run
from tests.fakes.stores import add_learner, outbox_rows


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The words of an announcement, in Dutch and Arabic."""
    path = tmp_path / "closed.yml"
    path.write_text("nl: Vrijdag gesloten\nar: مغلق يوم الجمعة\n", encoding="utf-8")
    return path


@pytest.fixture
def announce(run: Run, published: None, texts: Path) -> Run:
    """Announces that the office is closed."""
    return lambda *more: run("learner", "announce", "closed", "--words", str(texts), *more)


def test_an_announcement_goes_to_all_learners_once(announce: Run, store: Store) -> None:
    for number, language in enumerate(("nl", "nl", "ar"), start=1):
        add_learner(store, number, language=language)
    add_learner(store, 4, language="fr", paused_until=NOW + timedelta(days=1))
    told = json.loads(announce("--dry-run", "--json").stdout)
    assert (told["to"], told["languages"], told["paused"]) == (3, {"ar": 1, "nl": 2}, 1)
    assert outbox_rows(store) == []
    assert announce().stdout == "goes to 3 learners\nnot to 1 who are pausing\n"
    assert announce().stdout == "goes to 0 learners\nnot to 3 who have it already\nnot to 1 who are pausing\n"
    assert len(outbox_rows(store)) == 3


def test_nobody_is_written_to_when_a_language_is_missing(announce: Run, store: Store) -> None:
    for number, language in enumerate(("nl", "ps", "ps", "fr"), start=1):
        add_learner(store, number, language=language)
    result = announce()
    assert (result.exit_code, result.stdout, outbox_rows(store)) == (1, "", [])
    assert "no text in fr, which 1 of the learners read" in result.stderr
    assert "no text in ps, which 2 of the learners read" in result.stderr
    assert announce("--instead", "nl").stdout == "goes to 4 learners\n"


def test_an_announcement_may_be_for_one_organisation(announce: Run, store: Store) -> None:
    elsewhere = people.add_organisation(store, "Elsewhere", NOW, Random(2))
    add_learner(store, 1, language="nl")
    add_learner(store, 2, language="nl", organisation_id=elsewhere.id)
    assert announce("--organisation", "Elsewhere").stdout == "goes to 1 learners\n"
    assert [row.chat_id for row in outbox_rows(store)] == [2]
    assert announce("--organisation", "Nobody").exit_code == 1


@pytest.mark.parametrize("wrong", [("--expires", "2w"), ("--expires", "0h"), ("--expires", "15d"), ("--instead", "fr")])
def test_an_announcement_that_is_called_wrongly_is_refused(announce: Run, store: Store, wrong: tuple[str, str]) -> None:
    add_learner(store, 1, language="nl")
    assert announce(*wrong).exit_code == 2
    assert outbox_rows(store) == []


def test_a_broken_file_of_words_is_told_line_by_line(announce: Run, store: Store, texts: Path) -> None:
    add_learner(store, 1, language="nl")
    texts.write_text("nl: Dag {name}\nnd: Dag\n", encoding="utf-8")
    result = announce()
    assert (result.exit_code, result.stdout, outbox_rows(store)) == (1, "", [])
    assert result.stderr.count("closed.yml:") == 2
