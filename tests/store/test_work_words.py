"""Words from learners' work: which wait, and that one is decided about once."""

from typing import Any

from bot.store import Store, learners, work_words
from bot.store.tables import Caseload, Staff, WorkWord
from bot.store.work_words import State
from tests.fakes.stores import BEGINNING, add, add_learner, outbox_rows, staff_row
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


def els(store: Store) -> Staff:
    """A counsellor of the learner."""
    member = staff_row("els")
    add(store, member, Caseload(staff_id="els", learner_id="learner1001", since=BEGINNING))
    return member


def from_els(word_id: str, **given: Any) -> WorkWord:
    values = {"text": word_id, "at": BEGINNING, "state": "waiting", **given}
    return WorkWord(id=word_id, learner_id="learner1001", staff_id="els", **values)


def test_a_word_of_staff_is_kept_and_its_learner_told(store: Store) -> None:
    before = add_learner(store).version
    member = els(store)
    assert work_words.add(store, member, from_els("kraan", picture=b"jpeg"), "r1", TOLD)
    assert work_words.files(store, "kraan") == (b"jpeg", None)
    assert told(store) == [("learner1001", "r1")]
    learner = learners.by_id(store, "learner1001")
    assert learner is not None
    assert learner.version > before


def test_a_word_is_added_for_those_alone_whom_one_may_see(store: Store) -> None:
    add_learner(store)
    add(store, staff_row("els"))
    assert not work_words.add(store, staff_row("els"), from_els("kraan"), "r1", TOLD)
    assert work_words.waiting(store) == []
    assert told(store) == []


def test_of_the_words_of_a_learner_those_of_staff_are_told_apart(store: Store) -> None:
    add_learner(store)
    member = els(store)
    word(store, "own")
    for number, given in enumerate([{}, {"picture": b"jpeg"}, {"sound": b"ogg"}]):
        assert work_words.add(store, member, from_els(f"w{number}", at=later(number), **given), f"r{number}", TOLD)
    found = work_words.from_staff(store, "learner1001")
    assert [(one.word.id, one.name, one.pictured, one.spoken) for one in found] == [
        ("w2", "Els", False, True),
        ("w1", "Els", True, False),
        ("w0", "Els", False, False),
    ]
    assert work_words.from_staff(store, "nobody") == []
    assert work_words.files(store, "nosuchword") == (None, None)
