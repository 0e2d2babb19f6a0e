"""Words from learners' work: which wait, and that one is decided about once."""

from typing import Any

from bot.store import Store, learners, work_words
from bot.store.tables import WorkWord
from bot.store.work_words import State
from tests.fakes.stores import BEGINNING, add, add_learner, outbox_rows
from tests.store.rows import later

TOLD: dict[str, Any] = {"lines": []}


def word(store: Store, word_id: str, minutes: float = 0) -> None:
    add(store, WorkWord(id=word_id, learner_id="learner1001", text=word_id, at=later(minutes), state="waiting"))


def told(store: Store) -> list[tuple[str | None, str | None]]:
    return [(row.learner_id, row.ref) for row in outbox_rows(store)]


def test_words_wait_in_the_order_in_which_they_came(store: Store) -> None:
    add_learner(store)
    word(store, "second", 1)
    word(store, "first")
    assert [one.id for one in work_words.waiting(store)] == ["first", "second"]


def test_a_word_is_decided_about_once_and_its_learner_told(store: Store) -> None:
    before = add_learner(store).version
    word(store, "made")
    word(store, "refused", 1)
    assert work_words.decide(store, "made", "a.b", BEGINNING, "r1", TOLD)
    assert work_words.decide(store, "refused", None, BEGINNING, "r2", TOLD)
    assert not work_words.decide(store, "made", None, BEGINNING, "r3", TOLD)
    found = [work_words.by_id(store, name) for name in ("made", "refused")]
    assert [(one.state, one.item_id) for one in found if one] == [(State.MADE, "a.b"), (State.REFUSED, None)]
    assert told(store) == [("learner1001", "r1"), ("learner1001", "r2")]
    assert work_words.waiting(store) == []
    # A turn that read the learner before sees that somebody else wrote.
    learner = learners.by_id(store, "learner1001")
    assert learner is not None
    assert learner.version > before


def test_there_is_nothing_to_decide_about_no_word(store: Store) -> None:
    assert not work_words.decide(store, "nosuchword", None, BEGINNING, "r1", TOLD)
    assert told(store) == []
