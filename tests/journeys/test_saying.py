"""Saying a sentence aloud: the learner judges; a voice note is a step, and is kept only for who shares."""

import json

from bot.store import practice, recordings
from bot.store.exporting import export
from tests.fakes.learner import Walker, rows
from tests.journeys.work import comes_to_saying


async def shares(learner: Walker, answer: str) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.sharing")
    learner.shows("sharing.voice")
    await learner.taps(f"sharing.button.{answer}")


async def test_who_does_not_share_sends_a_voice_note_that_nobody_keeps(learner: Walker) -> None:
    await comes_to_saying(learner)
    learner.shows("item.say_aloud")
    question = learner.last["id"]
    await learner.does("voice")
    learner.shows("item.compare")
    learner.does_not_show("practice.voice_kept")
    learner.does_not_show("media.voice")
    assert recordings.of(learner.house.store, learner.record.id) == []
    # The item stands below the voice note now, and can be heard there.
    assert learner.last["id"] > question
    assert learner.words("practice.button.hear") in learner.labels()
    assert learner.open_item()[1].steps == ["voice"]


async def test_a_second_voice_note_is_welcome(learner: Walker) -> None:
    await comes_to_saying(learner)
    await learner.does("voice")
    before = learner.last["id"]
    await learner.does("voice")
    learner.shows("item.compare")
    assert learner.last["id"] > before


async def test_the_learner_judges(learner: Walker) -> None:
    await comes_to_saying(learner)
    await learner.does("voice")
    await learner.taps("item.can_say")
    [attempt] = practice.attempts(learner.house.store, learner.record.id)
    assert (attempt.answer, attempt.correct) == ("can_say", True)


async def test_nobody_has_to_send_anything_and_not_yet_comes_back(learner: Walker) -> None:
    await comes_to_saying(learner)
    _, showing = learner.open_item()
    await learner.taps("item.not_yet")
    [attempt] = practice.attempts(learner.house.store, learner.record.id)
    assert (attempt.grade, attempt.correct) == ("unknown", False)
    running = practice.lesson(learner.house.store, showing.lesson_id)
    assert running is not None
    assert running.plan[-1] == "shared.extra_work.say_again"


async def test_who_shares_is_told_that_the_counsellor_can_hear_it(learner: Walker) -> None:
    await shares(learner, "yes")
    await comes_to_saying(learner)
    _, showing = learner.open_item()
    await learner.does("voice")
    learner.shows("practice.voice_kept")
    [kept] = recordings.of(learner.house.store, learner.record.id)
    assert (kept.item_id, kept.showing_id) == (showing.item_id, showing.id)
    assert kept.file_id
    assert kept.seconds > 0
    document = export(learner.house.store, learner.handset.id)
    assert [one["voice_file_id"] for one in json.loads(json.dumps(document))["recordings"]] == [kept.file_id]


async def test_who_shares_no_longer_has_no_recordings(learner: Walker) -> None:
    await shares(learner, "yes")
    await comes_to_saying(learner)
    await learner.does("voice")
    await learner.does("voice")
    assert len(recordings.of(learner.house.store, learner.record.id)) == 2
    await shares(learner, "no")
    assert recordings.of(learner.house.store, learner.record.id) == []


async def test_a_voice_note_into_another_item_gets_the_kind_answer_and_the_item_stays(learner: Walker) -> None:
    await shares(learner, "yes")
    await learner.presses("menu.practise")
    item, showing = learner.open_item()
    assert item.type != "say_it"
    await learner.does("voice")
    learner.shows("media.voice")
    assert rows(learner.last)
    assert learner.open_item()[1].id == showing.id
    assert recordings.of(learner.house.store, learner.record.id) == []


async def test_a_voice_note_outside_a_lesson_gets_the_kind_answer(learner: Walker) -> None:
    await learner.does("voice")
    learner.shows("media.voice")
