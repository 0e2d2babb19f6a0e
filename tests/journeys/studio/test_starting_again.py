"""Cards start again while a learner has the exercise open: the old answer is kept, and teaches nothing wrong."""

from random import Random

import pytest

from bot.store import drafts, entries, practice, publishing
from bot.store.drafts import Change
from bot.store.publishing import Deed, Ready
from tests.fakes.learner import Walker
from tests.fakes.stores import add, staff_row


@pytest.mark.parametrize("right", [True, False])
async def test_an_answer_to_what_read_otherwise_begins_no_card(right: bool, learner: Walker) -> None:
    store, now = learner.house.store, learner.house.clock()
    add(store, staff_row("nadia", role="coordinator"))
    await learner.practises()
    item, _ = learner.open_item()
    row = entries.newest(store, item.id)
    assert row is not None
    body = {**row.body, "body": {**row.body["body"], "example": "Iets anders."}}
    draft = drafts.save(store, Change(item.id, "item", body), "nadia", None, now, Random(1))
    deed = Deed("nadia", start_again=[item.id])
    publishing.publish(store, {draft.id: Ready(draft.version, body)}, deed, now)
    learner.house.clock.forward(seconds=2)
    await learner.answers(right)
    assert [one.item_id for one in practice.attempts(store, learner.record.id)][-1] == item.id
    assert practice.card(store, learner.record.id, item.id) is None


async def test_without_a_change_an_answer_begins_a_card(learner: Walker) -> None:
    await learner.practises()
    item = await learner.answers()
    assert practice.card(learner.house.store, learner.record.id, item.id) is not None
