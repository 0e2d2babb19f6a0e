"""The end of a turn: everything of it is kept, once, or nothing."""

from typing import Any

import pytest
from sqlalchemy import func, select

from bot.store import Conflict, Store, inbox, keep, learners
from bot.store.tables import Attempt, Base, Card, InboxRow, Learner, Lesson, OutboxRow, Showing
from tests.fakes.statements import statements
from tests.fakes.stores import add, add_learner, learner_row
from tests.store.rows import attempt_row, card_row, later, lesson_row, reply_row, showing_row, waiting_update


def the_learner(store: Store) -> Learner:
    found = learners.by_telegram_id(store, 1001)
    assert found is not None
    return found


def answering(store: Store, update_id: int = 1) -> list[Base]:
    """What a turn keeps in which the open item was answered."""
    learner = the_learner(store)
    learner.expects, learner.asked, learner.last_seen_at = "practice", "s2", later(update_id)
    with store.reading() as session:
        lesson = session.get_one(Lesson, "l1")
        showing = session.get_one(Showing, "s1")
    lesson.plan, showing.closed_at = [], later(1)
    attempt = attempt_row(showing, update_id=update_id)
    following = showing_row(lesson, "s2", item_id="b")
    return [learner, showing, card_row(learner.id), attempt, lesson, following, reply_row(learner.id)]


@pytest.fixture
def practising(store: Store) -> Store:
    """A store with one learner and an open item."""
    learner = add_learner(store)
    lesson = lesson_row(learner.id)
    add(store, lesson, showing_row(lesson))
    return store


def counts(store: Store) -> dict[str, int]:
    with store.reading() as session:
        return {
            table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Attempt, Card, OutboxRow)
        }


def state(store: Store, row: InboxRow) -> tuple[str, Any]:
    with store.reading() as session:
        now = session.get_one(InboxRow, row.id)
        return now.state, now.payload


def test_a_turn_is_kept_with_its_update_done(practising: Store) -> None:
    row = waiting_update(practising)
    keep.keep(practising, row, answering(practising), later(1))
    assert counts(practising) == {"attempt": 1, "card": 1, "outbox": 1}
    assert (the_learner(practising).asked, the_learner(practising).version) == ("s2", 2)
    assert state(practising, row) == ("done", None)
    assert inbox.next_row(practising, later(2)) is None


def test_a_newcomer_is_kept_before_what_belongs_to_them(store: Store) -> None:
    row = waiting_update(store)
    newcomer = learner_row()
    lesson = lesson_row(newcomer.id)
    keep.keep(store, row, [newcomer, lesson, showing_row(lesson), reply_row(newcomer.id)], later(1))
    assert the_learner(store).version == 1


def test_a_turn_that_cannot_be_kept_as_a_whole_is_not_kept_at_all(practising: Store) -> None:
    row = waiting_update(practising)
    taken = reply_row(None)
    add(practising, taken)
    with pytest.raises(Conflict):
        keep.keep(practising, row, answering(practising), later(1))
    assert counts(practising) == {"attempt": 0, "card": 0, "outbox": 1}
    assert (the_learner(practising).asked, the_learner(practising).version) == (None, 1)
    assert state(practising, row)[0] == "new"


def test_the_same_update_twice_has_one_effect(practising: Store) -> None:
    row = waiting_update(practising)
    first, second = answering(practising), answering(practising)
    keep.keep(practising, row, first, later(1))
    keep.keep(practising, row, second, later(2))
    assert counts(practising) == {"attempt": 1, "card": 1, "outbox": 1}
    assert the_learner(practising).version == 2


def test_a_double_tap_is_one_attempt(practising: Store) -> None:
    """Two updates, both decided before either was kept."""
    taps = [waiting_update(practising, 1), waiting_update(practising, 2)]
    decided = [answering(practising, 1), answering(practising, 2)]
    keep.keep(practising, taps[0], decided[0], later(1))
    with pytest.raises(Conflict):
        keep.keep(practising, taps[1], decided[1], later(2))
    assert counts(practising) == {"attempt": 1, "card": 1, "outbox": 1}
    assert state(practising, taps[1])[0] == "new"


def test_a_turn_that_changed_nothing_of_the_learner_still_minds_the_version(practising: Store) -> None:
    row = waiting_update(practising)
    before, elsewhere = the_learner(practising), the_learner(practising)
    elsewhere.paused_until = later(100)
    add(practising, elsewhere)
    with pytest.raises(Conflict):
        keep.keep(practising, row, [before, reply_row(before.id)], later(1))
    assert counts(practising)["outbox"] == 0
    again = the_learner(practising)
    keep.keep(practising, row, [again], later(1))
    assert the_learner(practising).version == 3


def test_a_turn_of_somebody_erased_meanwhile_leaves_nothing(practising: Store) -> None:
    row = waiting_update(practising)
    decided = answering(practising)
    confirmation = reply_row("learner1001", "erased")
    keep.keep_erasure(practising, waiting_update(practising, 2), "learner1001", confirmation, later(1))
    keep.keep(practising, row, decided, later(2))
    assert learners.count(practising) == 0
    assert counts(practising) == {"attempt": 0, "card": 0, "outbox": 1}


def test_a_failure_is_set_aside_once_with_one_apology(practising: Store) -> None:
    row = waiting_update(practising)
    keep.keep_failure(practising, row, "KeyError in x.py:1", reply_row("learner1001", "sorry"), later(1))
    keep.keep_failure(practising, row, "KeyError in x.py:1", reply_row("learner1001", "sorry again"), later(1))
    assert state(practising, row)[0] == "parked"
    assert [parked.error for parked in inbox.parked(practising)] == ["KeyError in x.py:1"]
    assert counts(practising)["outbox"] == 1


def test_a_failure_of_nobody_needs_no_apology(store: Store) -> None:
    row = waiting_update(store)
    keep.keep_failure(store, row, "KeyError in x.py:1", None, later(1))
    assert state(store, row)[0] == "parked"
    assert counts(store)["outbox"] == 0


def test_a_turn_costs_as_much_after_a_year(practising: Store) -> None:
    """Counted in statements: one a row, one to look whether it is still to do, one to mark it done."""
    row, answered = waiting_update(practising, 1), answering(practising, 1)
    with statements(practising) as first:
        keep.keep(practising, row, answered, later(1))
    grow_old(practising)
    decided = answering_again(practising)
    row = waiting_update(practising, 2)
    with statements(practising) as second:
        keep.keep(practising, row, decided, later(1))
    assert len(second) == len(first) == len(decided) + 2


def grow_old(store: Store) -> None:
    lesson = lesson_row("learner1001", "old")
    shown = [showing_row(lesson, f"old{number}") for number in range(400)]
    with store.writing() as session:
        session.add(lesson)
        session.flush()
        session.add_all(shown)
        session.flush()
        session.add_all([attempt_row(showing) for showing in shown])
        session.add_all([card_row("learner1001", f"old{number}") for number in range(200)])


def answering_again(store: Store) -> list[Base]:
    learner = the_learner(store)
    learner.asked, learner.last_seen_at = "s3", later(9)
    with store.reading() as session:
        lesson = session.get_one(Lesson, "l1")
        showing = session.get_one(Showing, "s2")
        card = session.get_one(Card, (learner.id, "a"))
    lesson.plan, showing.closed_at, card.due_at = ["c"], later(9), later(99)
    following = showing_row(lesson, "s3", item_id="c")
    return [learner, showing, card, attempt_row(showing), lesson, following, reply_row(learner.id, "r2")]
