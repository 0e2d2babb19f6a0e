"""What learners can already do, and cards that are no longer published."""

import pytest

from bot.store import Conflict, Store, entries, from_files, skills
from bot.store.entries import Form
from bot.store.tables import SkillHeld
from tests.fakes.stores import BEGINNING, add, add_learner
from tests.store.rows import later


def held(skill_id: str | None, name: str, minutes: float = 0) -> SkillHeld:
    return SkillHeld(id=name, learner_id="learner1001", skill_id=skill_id, source="card", at=later(minutes))


def test_they_stand_in_the_order_in_which_they_were_said(store: Store) -> None:
    add_learner(store)
    add(store, held("skill.a.b", "second", 1), held(None, "first"))
    assert [one.id for one in skills.of(store, "learner1001")] == ["first", "second"]
    assert skills.of(store, "nobody") == []


def test_a_card_is_held_once_and_own_words_as_often_as_one_likes(store: Store) -> None:
    add_learner(store)
    add(store, held("skill.a.b", "a"), held(None, "b"), held(None, "c"))
    with pytest.raises(Conflict):
        add(store, held("skill.a.b", "d"))


def test_the_newest_form_of_an_entry_is_there_when_it_is_retired(store: Store) -> None:
    for say in ("Ik kan dit.", "Ik kan dat."):
        from_files.publish(store, [Form("skill.a.b", "skill", {"say": say}, say)], BEGINNING)
    from_files.publish(store, [], BEGINNING)
    row = entries.newest(store, "skill.a.b")
    assert row is not None
    assert (row.kind, row.revision, row.body) == ("skill", 2, {"say": "Ik kan dat."})
    assert entries.newest(store, "skill.a.c") is None
