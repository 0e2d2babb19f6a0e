"""A document as it comes to the phone: drawn, heard, and read where it cannot be drawn."""

import pytest

from bot.learning.items import Item, item_types
from bot.speech.sound import Sound
from bot.store.tables import Lesson
from bot.telegram.attachments import TEXT_ALONE
from tests.fakes import stores
from tests.fakes.learner import Walker, plain


async def opens(learner: Walker) -> Item:
    """A lesson with the course's first drawn document."""
    items = learner.house.courses.current().items.values()
    item = next(item for item in items if item.body.get("drawn"))
    lesson = Lesson(id="walk", learner_id=learner.record.id, plan=[item.id], size=1, new_types=[])
    lesson.started_at = learner.house.clock()
    stores.add(learner.house.store, lesson)
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == item.id
    return item


async def test_it_comes_as_a_picture_and_its_lines_are_read_there(learner: Walker) -> None:
    item = await opens(learner)
    assert learner.last["kind"] == "photo"
    assert not [line for line in item.body["document"] if len(line) > 3 and line in plain(learner.last["text"])]
    await learner.answers()
    assert learner.record.expects != "practice"


@pytest.mark.parametrize(("key", "slow"), [("practice.button.hear", False), ("practice.button.slowly", True)])
async def test_it_can_be_heard_line_by_line(learner: Walker, key: str, slow: bool) -> None:
    item = await opens(learner)
    await learner.taps(key)
    heard = learner.house.asked_for[-1]
    asked = item_types()["read_document"].question(item.body, [], ())
    assert heard == Sound(asked.sound or "", "nl", slow)
    assert all(part.strip("# ").rstrip(".:") in heard.words for part in item.body["document"][0].split(" | "))


async def test_where_it_cannot_be_drawn_its_lines_stand_in_the_message(
    learner: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learner.house.sender._delivery._attachments, "_media", TEXT_ALONE)
    item = await opens(learner)
    assert learner.last["kind"] == "text"
    assert all(line in plain(learner.last["text"]) for line in item.body["document"])
