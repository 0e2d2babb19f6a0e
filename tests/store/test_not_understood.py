"""Counting what was not understood, and what learners say about Werkmaat."""

from datetime import date

from bot.store import Store, not_understood, voices
from bot.store.not_understood import Count
from bot.store.tables import Message, NotUnderstood, Voice
from tests.fakes.stores import BEGINNING, add, add_learner


def row(name: str, language: str, *guessed: str, **more: str) -> NotUnderstood:
    return NotUnderstood(id=name, language=language, guessed=[*guessed], at=BEGINNING, **more)


def test_counts_by_language_and_label(store: Store) -> None:
    add(
        store,
        row("1", "nl", "pause", "skip", chosen="skip"),
        row("2", "nl", "skip", chosen="other"),
        row("3", "ar", "pause"),
        row("4", "ar"),
    )
    assert not_understood.counts(store) == [
        Count("ar", None, 1, 0),
        Count("ar", "pause", 1, 0),
        Count("nl", "skip", 2, 1),
        Count("nl", "pause", 1, 0),
        Count("nl", "other", 0, 1),
    ]


def test_only_words_of_who_agreed_are_read(store: Store) -> None:
    amina, bilal = add_learner(store, 1001), add_learner(store, 1002)
    add(store, row("1", "nl"), row("2", "nl", learner_id=amina.id, words="iets"))
    assert [one.words for one in not_understood.with_words(store)] == ["iets"]
    assert not_understood.with_words(store, bilal.id) == []


def test_what_waits_for_the_learners_word_is_read_by_nobody(store: Store) -> None:
    amina = add_learner(store, 1001)
    week = date(2026, 11, 2)
    add(
        store,
        Voice(id="1", learner_id=amina.id, language="nl", week=week, text="wacht"),
        Voice(id="2", language="nl", week=week, text="gezegd"),
        Message(id="1", learner_id=amina.id, about="problem", text="antwoord?", at=BEGINNING),
        Message(id="2", learner_id=amina.id, about="counsellor", text="dag", at=BEGINNING),
        Message(id="3", learner_id=amina.id, about="problem", text="klaar", at=BEGINNING, answered_at=BEGINNING),
    )
    assert [one.text for one in voices.passed_on(store)] == ["gezegd"]
    assert [one.text for one in voices.undecided(store, amina.id)] == ["wacht"]
    assert [one.text for one in voices.wanting_an_answer(store)] == ["antwoord?"]
