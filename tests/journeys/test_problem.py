"""A complaint or an idea: passed on without a name, with one, or not at all, as the learner says."""

import json
from datetime import date

import pytest

from bot.store import voices
from bot.store.exporting import export
from bot.store.tables import Voice
from tests.fakes.learner import Walker, plain
from tests.fakes.meaning import means

WORDS = "de knop geheimwoord werkt niet"


def kept(walker: Walker) -> list[Voice]:
    with walker.house.store.reading() as session:
        return session.query(Voice).all()


async def complains(walker: Walker) -> None:
    await walker.commands("help")
    await walker.taps("problem.button.open")
    walker.shows("problem.ask")
    await walker.says(WORDS)
    walker.shows("problem.may_we")


async def test_without_a_name_nothing_leads_back_to_the_learner(learner: Walker) -> None:
    await complains(learner)
    [before] = kept(learner)
    await learner.taps("problem.button.nameless")
    learner.shows("problem.done.nameless")
    [voice] = kept(learner)
    assert (voice.learner_id, voice.text, voice.language) == (None, WORDS, learner.language)
    # The clock of the house stands on a Monday.
    assert (voice.week, voice.id != before.id) == (date(2026, 11, 23), True)
    assert [one.text for one in voices.passed_on(learner.house.store)] == [WORDS]
    assert WORDS not in json.dumps(export(learner.house.store, learner.handset.id))


async def test_before_the_learner_says_so_nobody_reads_it_and_it_is_theirs(learner: Walker) -> None:
    await complains(learner)
    assert voices.passed_on(learner.house.store) == []
    document = export(learner.house.store, learner.handset.id)
    assert document is not None
    assert [one["text"] for one in document["voices"]] == [WORDS]


async def test_whoever_wants_an_answer_gives_the_name(learner: Walker) -> None:
    await complains(learner)
    await learner.taps("problem.button.answer")
    learner.shows("problem.done.answer")
    [message] = voices.wanting_an_answer(learner.house.store)
    assert (message.learner_id, message.text) == (learner.record.id, WORDS)
    assert kept(learner) == []


async def test_what_is_thrown_away_is_gone(learner: Walker) -> None:
    await complains(learner)
    await learner.taps("problem.button.drop")
    learner.shows("problem.done.drop")
    assert (kept(learner), voices.wanting_an_answer(learner.house.store)) == ([], [])


async def test_it_is_decided_once(learner: Walker) -> None:
    await complains(learner)
    await learner.taps("problem.button.nameless")
    await learner.taps_once_more("problem:x:answer")
    learner.shows("media.old_button")
    assert len(kept(learner)) == 1


async def test_a_later_complaint_takes_the_place_of_one_that_waits(learner: Walker) -> None:
    await complains(learner)
    await complains(learner)
    await learner.taps("problem.button.nameless")
    assert len(kept(learner)) == 1


async def test_a_voice_may_be_known_and_that_is_said(learner: Walker) -> None:
    await learner.says(means(learner, "klacht", "report_problem"))
    await learner.does("voice")
    learner.shows("problem.a_voice_is_known")
    await learner.taps("problem.button.nameless")
    [voice] = kept(learner)
    assert voice.voice_file_id
    assert voice.text is None


async def test_by_ear_the_three_ways_are_three_pictures(learner: Walker) -> None:
    await learner.commands("settings")
    await learner.taps("settings.button.listen")
    await learner.says(means(learner, "klacht", "report_problem"))
    await learner.does("voice")
    asked = next(one for one in learner.new if learner.pattern("problem.may_we").search(plain(one["text"] or "")))
    assert learner.labels(asked) == ["✔", "💬", "✖"]


@pytest.mark.parametrize("way", ["nameless", "answer", "drop"])
async def test_after_erasing_only_what_has_no_name_is_left(learner: Walker, way: str) -> None:
    await complains(learner)
    await learner.taps(f"problem.button.{way}")
    await learner.commands("delete")
    await learner.taps("delete.button.go_on")
    await learner.taps("delete.button.erase")
    assert len(kept(learner)) == (way == "nameless")
    assert voices.wanting_an_answer(learner.house.store) == []
