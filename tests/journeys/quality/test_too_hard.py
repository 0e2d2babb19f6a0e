"""Saying "too hard" is kept with the item that was open, and only with that."""

import pytest
from sqlalchemy import select

from bot.learning.levels import LEVELS
from bot.store.tables import Showing
from tests.fakes.learner import Walker
from tests.fakes.meaning import means
from tests.journeys.test_item_types import opens


async def test_too_hard_is_kept_with_the_open_item(learner: Walker) -> None:
    learner.becomes(level="A1")
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


async def test_too_easy_moves_up_as_long_as_there_is_something_harder(learner: Walker) -> None:
    await learner.says(means(learner, "te gemakkelijk", "too_easy"))
    learner.shows("practice.harder")
    assert learner.record.level == LEVELS[1]


@pytest.mark.parametrize(
    ("intent", "level", "said"),
    [("too_easy", LEVELS[-1], "practice.hardest"), ("too_hard", LEVELS[0], "practice.easiest")],
)
async def test_what_is_not_there_is_not_promised(learner: Walker, intent: str, level: str, said: str) -> None:
    learner.becomes(level=level)
    await learner.says(means(learner, "liever anders", intent))
    learner.shows(said)
    assert learner.record.level == level
