"""A word from the learner's work: sent, decided about by a coordinator, practised."""

from collections.abc import Sequence
from random import Random

import pytest
from sqlalchemy import select

from bot.journeys import work_word
from bot.store import work_words
from bot.store.exporting import export
from bot.store.tables import WorkWord
from bot.store.work_words import State
from tests.fakes.learner import Walker, plain

HELMET = "construction.gear.helmet"


def mine(learner: Walker) -> Sequence[WorkWord]:
    with learner.house.store.reading() as session:
        return session.scalars(select(WorkWord).where(WorkWord.learner_id == learner.record.id)).all()


async def is_asked(learner: Walker) -> None:
    await learner.commands("help")
    await learner.taps("work_word.button.open")
    learner.shows("work_word.nobody_named")


async def decided(learner: Walker, item_id: str | None) -> bool:
    house, [word] = learner.house, mine(learner)
    done = work_word.decide(house.store, word, item_id, house.clock(), Random(3))
    await learner.waits_for(house.work())
    return done


async def test_a_written_word_waits(learner: Walker) -> None:
    await is_asked(learner)
    await learner.says("de bekisting")
    learner.shows("work_word.kept")
    [word] = work_words.waiting(learner.house.store)
    assert (word.text, word.voice_file_id, word.photo_file_id, word.item_id) == ("de bekisting", None, None, None)
    assert learner.record.expects == "none"


@pytest.mark.parametrize(("act", "column"), [("voice", "voice_file_id"), ("photo", "photo_file_id")])
async def test_a_word_may_be_said_or_photographed(learner: Walker, act: str, column: str) -> None:
    await is_asked(learner)
    await learner.does(act)
    learner.shows("work_word.kept")
    [word] = mine(learner)
    assert {name for name in ("voice_file_id", "photo_file_id") if getattr(word, name)} == {column}


async def test_a_photo_that_nobody_asked_for_is_not_kept(learner: Walker) -> None:
    await learner.does("photo")
    learner.shows("media.photo")
    assert mine(learner) == []


@pytest.mark.parametrize("act", ["text", "photo"])
async def test_danger_goes_first(learner: Walker, act: str) -> None:
    await is_asked(learner)
    words = {"nl": "ik wil dood", "ar": "أريد أن أموت"}[learner.language]
    await learner.does(act, **{"text" if act == "text" else "caption": words})
    learner.shows("guard.neutral")
    assert mine(learner) == []


async def test_never_mind_sends_nothing(learner: Walker) -> None:
    await is_asked(learner)
    await learner.taps("counsellor.button.nothing")
    learner.shows("counsellor.nothing_sent")
    assert (mine(learner), learner.record.expects) == ([], "none")


async def test_a_word_that_became_an_exercise_is_practised(learner: Walker) -> None:
    await is_asked(learner)
    await learner.says("de helm")
    assert await decided(learner, HELMET)
    learner.shows("work_word.made")
    assert "de helm" in plain(learner.last["text"])
    await learner.taps("menu.practise")
    assert learner.open_item()[0].id == HELMET
    await learner.answers()
    assert learner.record.expects != "practice"


async def test_it_puts_an_open_lesson_aside(learner: Walker) -> None:
    await is_asked(learner)
    await learner.says("de helm")
    await learner.presses("menu.practise")
    before = learner.open_item()[1].lesson_id
    await decided(learner, HELMET)
    [word] = mine(learner)
    await learner.taps_once_more(f"work_word:-:practise-{word.id}")
    item, showing = learner.open_item()
    assert item.id == HELMET
    assert showing.lesson_id != before


async def test_a_word_that_does_not_become_one_is_answered_kindly(learner: Walker) -> None:
    await is_asked(learner)
    await learner.says("de bekisting")
    assert await decided(learner, None)
    learner.shows("work_word.refused")
    assert [word.state for word in mine(learner)] == [State.REFUSED]


async def test_nothing_is_decided_twice(learner: Walker) -> None:
    await is_asked(learner)
    await learner.says("de helm")
    assert await decided(learner, HELMET)
    assert not await decided(learner, None)
    assert learner.new == []
    assert [(word.state, word.item_id) for word in mine(learner)] == [(State.MADE, HELMET)]


@pytest.mark.parametrize("choice", ["practise-", "practise-nosuchword"])
async def test_buttons_of_no_word_lead_somewhere(learner: Walker, choice: str) -> None:
    await learner.taps_once_more(f"work_word:-:{choice}")
    learner.shows("media.old_button")


async def test_it_is_taken_along_and_erased(learner: Walker) -> None:
    await is_asked(learner)
    await learner.says("de bekisting")
    document = export(learner.house.store, learner.handset.id)
    assert document is not None
    assert [(one["text"], one["state"]) for one in document["work_words"]] == [("de bekisting", "waiting")]
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.erase")
    assert work_words.waiting(learner.house.store) == []
