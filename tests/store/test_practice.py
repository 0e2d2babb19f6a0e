"""Reading what a learner practised."""

import pytest

from bot.store import Store, practice
from bot.store.tables import Learner, TipShown
from tests.fakes.stores import BEGINNING, add, add_learner
from tests.store.rows import attempt_row, card_row, later, lesson_row, showing_row


@pytest.fixture
def amina(store: Store) -> Learner:
    """A learner with an ended lesson of two items, one wrong, and an open lesson; and somebody else's lesson."""
    amina, other = add_learner(store, 1001), add_learner(store, 1002)
    first = lesson_row(amina.id, "first", ended_at=later(2))
    trial = lesson_row(amina.id, "trial", started_at=later(-9), ended_at=later(-8), kind="trial")
    placement = lesson_row(amina.id, "placement", started_at=later(-7), ended_at=later(-6), kind="placement")
    running, others = lesson_row(amina.id, "running", started_at=later(5)), lesson_row(other.id, "others")
    wrong, right = showing_row(first, "wrong"), showing_row(first, "right", item_id="b", shown_at=later(1))
    elsewhere = showing_row(others, "elsewhere")
    add(store, first, trial, placement, running, others, right, wrong, elsewhere)
    add(store, attempt_row(wrong, correct=False, grade="wrong"), attempt_row(right), attempt_row(elsewhere))
    add(store, card_row(amina.id, "a"), card_row(amina.id, "b"), card_row(other.id, "c"))
    return amina


def test_the_lesson_that_has_not_ended_is_open(store: Store, amina: Learner) -> None:
    found = practice.open_lesson(store, amina.id)
    assert found is not None
    assert (found.id, found.plan, found.started_at) == ("running", ["b"], later(5))
    found.ended_at = later(6)
    add(store, found)
    assert practice.open_lesson(store, amina.id) is None


def test_a_lesson_is_found_by_id(store: Store, amina: Learner) -> None:
    found = practice.lesson(store, "first")
    assert found is not None
    assert found.learner_id == amina.id
    assert practice.lesson(store, "none") is None


def test_a_trial_and_a_placement_are_no_lessons(store: Store, amina: Learner) -> None:
    assert practice.lessons_ended(store, amina.id) == 1
    assert practice.trial_ended(store, amina.id)
    assert practice.lessons_ended(store, "learner1002") == 0
    assert not practice.trial_ended(store, "learner1002")


def test_showings_come_in_the_order_shown(store: Store, amina: Learner) -> None:
    assert [showing.id for showing in practice.showings(store, "first")] == ["wrong", "right"]
    found = practice.showing(store, "right")
    assert found is not None
    assert (found.order, found.learner_id) == (["1", "2"], amina.id)
    assert practice.showing(store, "none") is None


def test_cards_are_the_learners_own(store: Store, amina: Learner) -> None:
    assert sorted(card.item_id for card in practice.cards(store, amina.id)) == ["a", "b"]
    found = practice.card(store, amina.id, "a")
    assert found is not None
    assert (found.stability, found.step, found.due_at) == (2.3, None, later(60))
    assert practice.card(store, amina.id, "c") is None


def test_attempts_are_the_learners_own_oldest_first(store: Store, amina: Learner) -> None:
    assert [attempt.showing_id for attempt in practice.attempts(store, amina.id)] == ["wrong", "right"]
    assert [attempt.item_id for attempt in practice.attempts_of_lesson(store, "first")] == ["a", "b"]
    assert practice.attempts_of_lesson(store, "running") == []
    assert practice.attempted(store, amina.id) == {"a", "b"}
    assert practice.answered(store, amina.id, "a")
    assert not practice.answered(store, amina.id, "c")
    assert not practice.answered(store, "learner1003", "a")


def test_what_was_missed_is_asked_of_the_last_lesson_alone(store: Store, amina: Learner) -> None:
    assert practice.missed_in_last_lesson(store, amina.id) == set()
    with store.writing() as session:
        session.delete(practice.lesson(store, "running"))
    assert practice.missed_in_last_lesson(store, amina.id) == {"a"}


def test_tips_come_in_the_order_shown(store: Store, amina: Learner) -> None:
    for tip in ("t2", "t1", "t2"):
        add(store, TipShown(learner_id=amina.id, tip_id=tip, at=BEGINNING))
    assert practice.tips_shown(store, amina.id) == ["t2", "t1", "t2"]
    assert practice.tips_shown(store, "learner1002") == []
