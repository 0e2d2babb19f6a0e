"""What does it mean? And: once more. Which word or item is meant is known without asking."""

import pytest

from bot.learning.items import Item
from bot.store import practice
from tests.fakes.learner import Walker, plain
from tests.fakes.meaning import means
from tests.journeys.test_item_types import opens

WHAT = {"nl": "wat betekent {}?", "ar": "شو يعني {}؟"}
THAT = {"nl": "wat betekent dat?", "ar": "شو يعني هاد؟"}
HELMET = "de helm"


def ask(walker: Walker, word: str) -> str:
    return means(walker, WHAT[walker.language].format(word), "explain")


def read(walker: Walker) -> str:
    return " ".join(plain(message["text"]) for message in walker.new if not message["deleted"])


@pytest.mark.parametrize("word", ["helm", "HELM", "de helm", "een helm", "helmen", "hellm", " “helm” "])
async def test_a_word_is_looked_up_however_it_is_written(learner: Walker, word: str) -> None:
    await learner.says(ask(learner, word))
    assert HELMET in read(learner)
    learner.shows("practice.meaning")
    learner.shows("practice.example")
    assert any(sound.words == HELMET for sound in learner.house.asked_for)


async def test_a_word_goes_before_the_open_item_which_stays_open(learner: Walker) -> None:
    await opens(learner, "type_word")
    showing = learner.open_item()[1].id
    await learner.says(ask(learner, "helm"))
    assert HELMET in read(learner)
    assert learner.open_item()[1].id == showing


async def test_a_word_that_nobody_teaches_becomes_a_word_from_work(learner: Walker) -> None:
    await learner.says(ask(learner, "xylofoon"))
    learner.shows("meaning.unknown")
    await learner.taps("work_word.button.open")
    learner.shows("work_word.ask")


async def test_a_word_alone_is_enough(learner: Walker) -> None:
    await learner.says(means(learner, "helm??", "explain"))
    assert HELMET in read(learner)


async def test_this_is_the_open_item(learner: Walker) -> None:
    item = await opens(learner, "choose_word")
    await learner.says(means(learner, THAT[learner.language], "explain"))
    learner.shows("practice.meaning")
    assert learner.open_item()[0].id == item.id


@pytest.mark.parametrize("intent", ["explain", "repeat"])
async def test_without_an_open_item_it_is_the_last_one(learner: Walker, intent: str) -> None:
    item = await opens(learner, "choose_word")
    await learner.finishes_lesson()
    last = _last_item(learner)
    await learner.says(means(learner, "?", intent))
    assert plain(last.body["example"]) in read(learner)
    assert item.id != last.id


@pytest.mark.parametrize("intent", ["explain", "repeat"])
async def test_a_tip_that_came_later_is_meant(learner: Walker, intent: str) -> None:
    await opens(learner, "choose_word")
    await learner.finishes_lesson()
    learner.house.clock.forward(minutes=1)
    await learner.commands("tip")
    await learner.taps("topic.sick_leave")
    before = read(learner)
    await learner.says(means(learner, "?", intent))
    assert read(learner) == before


@pytest.mark.parametrize("intent", ["explain", "repeat"])
async def test_after_the_onboarding_it_is_the_exercise_that_was_tried(learner: Walker, intent: str) -> None:
    await learner.says(means(learner, "?", intent))
    learner.shows("practice.meaning")


async def test_by_ear_the_meaning_is_heard(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.listen")
    await learner.says(ask(learner, "helm"))
    heard = [sound.words for together in learner.house.heard for sound in together]
    assert HELMET in heard


def _last_item(learner: Walker) -> Item:
    showing = practice.last_closed(learner.house.store, learner.record.id)
    assert showing is not None
    return learner.house.courses.current().item_at(showing.item_id, showing.revision)
