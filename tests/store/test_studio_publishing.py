"""Publishing at a set time, and letting cards start again while turns run."""

from datetime import timedelta
from random import Random

import pytest

from bot.store import Conflict, Store, drafts, entries, from_files, keep, learners, planning, practice, publishing
from bot.store.drafts import Change
from bot.store.entries import Form
from bot.store.planning import SHOWN
from bot.store.publishing import Deed, NoSuchDraft, Ready
from bot.store.tables import Draft
from tests.fakes.stores import BEGINNING, add, add_learner, staff_row
from tests.store.rows import card_row, later, waiting_update

ITEM = "construction.gear.gloves"


@pytest.fixture
def draft(store: Store) -> Draft:
    """A draft of a published item."""
    add(store, staff_row("nadia", role="coordinator"))
    body = {"say": "Handschoen"}
    from_files.publish(store, [Form(ITEM, "item", body, publishing.digest(body))], BEGINNING)
    change = Change(ITEM, "item", {"say": "De handschoen"})
    return drafts.save(store, change, "nadia", None, BEGINNING, Random(1))


def ready(draft: Draft) -> dict[str, Ready]:
    return {draft.id: Ready(draft.version, draft.body)}


def said(store: Store) -> str:
    return str(entries.current(store)[0].body["say"])


def test_cards_start_again_and_a_turn_that_read_one_is_decided_anew(store: Store, draft: Draft) -> None:
    amina, other = add_learner(store), add_learner(store, 1002)
    add(store, card_row(amina.id, ITEM), card_row(amina.id, "another"), card_row(other.id, "another"))
    update = waiting_update(store)
    read = learners.by_id(store, amina.id)
    card = practice.card(store, amina.id, ITEM)
    assert read is not None
    assert card is not None
    publishing.publish(store, ready(draft), Deed("nadia", start_again=[ITEM, "another"]), later(1))
    card.stability = 9.0
    with pytest.raises(Conflict):
        keep.keep(store, update, [read, card], later(1))
    assert practice.card(store, amina.id, ITEM) is None
    # What was not published with it is let be.
    assert practice.card(store, amina.id, "another") is not None
    untouched = learners.by_id(store, other.id)
    assert untouched is not None
    assert untouched.version == other.version


def test_without_asking_for_it_nothing_is_forgotten(store: Store, draft: Draft) -> None:
    amina = add_learner(store)
    add(store, card_row(amina.id, ITEM))
    publishing.publish(store, ready(draft), Deed("nadia"), later(1))
    assert practice.card(store, amina.id, ITEM) is not None


def test_what_is_planned_is_carried_out_once(store: Store, draft: Draft) -> None:
    planned = planning.plan(store, [ITEM], {draft.id: 1}, Deed("nadia", "Monday"), later(60), Random(1))
    assert planning.due(store, later(59)) == []
    assert [one.id for one in planning.due(store, later(60))] == [planned.id]
    assert planning.carry_out(store, planned.id, ready(draft), later(60)) == [ITEM]
    assert (said(store), publishing.history(store, ITEM)[0].why) == ("De handschoen", "Monday")
    assert planning.carry_out(store, planned.id, ready(draft), later(61)) == ()
    assert planning.due(store, later(61)) == []
    assert not planning.cancel(store, planned.id, later(61))


def test_what_cannot_be_carried_out_leaves_nothing_and_is_told_for_some_days(store: Store, draft: Draft) -> None:
    planned = planning.plan(store, [ITEM], {draft.id: 1}, Deed("nadia"), later(60), Random(1))
    drafts.throw_away(store, draft.id, 1)
    with pytest.raises(NoSuchDraft):
        planning.carry_out(store, planned.id, ready(draft), later(60))
    assert said(store) == "Handschoen"
    assert len(planning.due(store, later(60))) == 1
    planning.fail(store, planned.id, "changed", later(60))
    assert planning.due(store, later(60)) == []
    assert [one.planned.fault for one in planning.shown(store, later(61))] == ["changed"]
    assert planning.shown(store, later(61) + SHOWN) == []
    assert planning.cancel(store, planned.id, later(62))
    assert planning.shown(store, later(62)) == []


def test_what_was_taken_back_is_not_carried_out(store: Store, draft: Draft) -> None:
    planned = planning.plan(store, [ITEM], {draft.id: 1}, Deed("nadia"), later(60), Random(1))
    assert [one.name for one in planning.shown(store, BEGINNING)] == ["Nadia"]
    assert planning.cancel(store, planned.id, later(1))
    assert planning.carry_out(store, planned.id, ready(draft), later(60)) == ()
    assert said(store) == "Handschoen"
    assert planning.shown(store, BEGINNING + timedelta(days=1)) == []
    assert not planning.cancel(store, "nowhere", later(1))
