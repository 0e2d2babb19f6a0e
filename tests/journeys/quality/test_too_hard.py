"""Saying "too hard" is kept with the item that was open, and only with that."""

from sqlalchemy import select

from bot.store.tables import Showing
from tests.fakes.learner import Walker
from tests.fakes.meaning import means
from tests.journeys.test_item_types import opens


async def test_too_hard_is_kept_with_the_open_item(learner: Walker) -> None:
    await opens(learner, "choose_word")
    item, showing = learner.open_item()
    await learner.says(means(learner, "dit is te moeilijk", "too_hard"))
    learner.shows("practice.easier")
    again, after = learner.open_item()
    assert again.id == item.id
    assert after.id != showing.id
    with learner.house.store.reading() as session:
        marked = {one.id: one.too_hard for one in session.scalars(select(Showing))}
    assert marked == {**dict.fromkeys(marked, False), showing.id: True}
