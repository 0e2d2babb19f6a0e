"""What our own rules make of any reading, and what they look up in any words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.course import Course
from bot.journeys.understanding import (
    BESIDE_AN_ITEM,
    CONFIDENT,
    LEAVES_AN_ITEM,
    MOST_GUESSES,
    OFFERED,
    Fit,
    Guess,
    Understood,
    decide,
    guessed,
)
from bot.store import Store
from tests.fakes import stores
from tests.fakes.course import published_course
from tests.fakes.house import MONDAY_NOON
from tests.fakes.quick_brain import rules
from tests.wild.examples import examples
from tests.wild.words import texts

intents = st.sampled_from(sorted({intent for intent, _ in rules()}))
chances = st.floats(0, 1)
readings = st.builds(
    Understood,
    intents,
    topic=st.none() | st.just("contract"),
    confidence=chances,
    guesses=st.lists(st.builds(Guess, st.sampled_from(sorted(OFFERED)), confidence=chances), max_size=2).map(tuple),
)
questions = st.sampled_from(sorted({expects for _, expects in rules()} | {"none", "practice"}))


@given(readings, questions, st.sampled_from(Fit))
def test_a_reading_becomes_something_that_has_an_action(reading: Understood, expects: str, fit: Fit) -> None:
    decided = decide(reading, expects, fit)
    assert decided.confidence == reading.confidence
    assert (decided.intent, "") in rules() or (decided.intent, expects) in rules()
    assert len(decided.guesses) <= (MOST_GUESSES if decided.intent == "out_of_scope" else 0)
    if reading.confidence < CONFIDENT:
        assert decided.intent == ("answer" if expects == "practice" else "out_of_scope")
    if expects == "practice" and decided.intent != "answer":
        assert decided.intent in LEAVES_AN_ITEM | BESIDE_AN_ITEM


@given(st.text(max_size=64))
def test_a_tapped_guess_is_never_more_than_a_guess(name: str) -> None:
    found = guessed(name)
    assert found.intent in OFFERED
    assert (found.intent, "") in rules()


@pytest.fixture(scope="module")
def course(sqlite_template: Path) -> Iterator[Course]:
    store = Store(stores.sqlite_url(sqlite_template))
    yield published_course(store, MONDAY_NOON)
    store.close()


@examples(200)
@given(text=texts)
def test_any_words_can_be_looked_up(course: Course, text: str) -> None:
    for item in (course.words.find(text), course.words.find_within(text)):
        assert item is None or item.id in course.items
