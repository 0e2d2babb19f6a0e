"""A rehearsed interview: questions of the course, answered with the learner's own cards and words."""

import pytest

from bot.journeys.rehearsal_step import MOST
from bot.speech.sound import Sound
from bot.store.tables import SkillHeld
from tests.fakes.learner import Walker, plain, rows
from tests.fakes.stores import add
from tests.journeys.rehearsals import (
    BICYCLES,
    LOADING,
    PAINTING,
    WALLS,
    begins,
    goes_through,
    holds,
    label,
    questions,
    say,
    without_answer,
)


async def test_the_way_in_is_there_for_who_has_something_to_say(learner: Walker) -> None:
    await learner.taps_once_more("skills:-:mine")
    assert label(learner, "rehearsal.button.open") not in learner.labels()
    holds(learner, WALLS)
    await learner.taps_once_more("skills:-:mine")
    assert learner.labels()[0] == label(learner, "rehearsal.button.open")


async def test_a_voice_note_alone_cannot_be_said_again(learner: Walker) -> None:
    me, now = learner.record.id, learner.house.clock()
    add(learner.house.store, SkillHeld(id="k1", learner_id=me, source="voice", voice_file_id="f1", at=now))
    await learner.taps_once_more("skills:-:mine")
    assert label(learner, "rehearsal.button.open") not in learner.labels()
    await learner.taps_once_more("skills:-:rehearse")
    learner.shows("skills.head")


async def test_it_is_said_first_that_nobody_listens_and_then_the_first_question_comes(learner: Walker) -> None:
    holds(learner, WALLS)
    await begins(learner)
    intro, first = learner.new
    assert learner.pattern("rehearsal.nobody_listens").search(plain(intro["text"]))
    assert rows(intro) == []
    opening, text = questions(learner)[0], plain(first["text"])
    assert opening.answer is not None
    for said in (opening.ask.text, opening.answer.text):
        assert said in text
    for meaning in (opening.meaning, opening.answer_meaning):
        assert meaning is not None
        assert plain(learner.house.catalogues.plain(meaning, learner.language)) in text


async def test_a_question_about_skills_is_answered_with_the_card_and_what_it_means(learner: Walker) -> None:
    holds(learner, WALLS)
    await begins(learner)
    await learner.taps("rehearsal.button.said")
    card = learner.house.courses.current().skills[WALLS].card
    text = plain(learner.last["text"])
    assert without_answer(learner)[0].ask.text in text
    assert say(learner, WALLS) in text
    assert plain(learner.house.catalogues.plain(card, learner.language)) in text


async def test_with_one_card_it_is_said_once_and_only_one_question_asks_for_it(learner: Walker) -> None:
    holds(learner, WALLS)
    await begins(learner)
    asked = await goes_through(learner)
    assert sum(say(learner, WALLS) in text for text in asked) == 1
    assert sum(one.ask.text in text for one in without_answer(learner) for text in asked) == 1
    assert questions(learner)[-1].ask.text in asked[-1]
    assert len(asked) <= MOST


async def test_with_many_cards_there_are_six_questions_and_each_card_comes_once_in_order(learner: Walker) -> None:
    mine = [BICYCLES, WALLS, PAINTING, LOADING]
    holds(learner, *mine)
    await begins(learner)
    asked = await goes_through(learner)
    assert len(asked) == MOST
    said = [card for text in asked for card in mine if say(learner, card) in text]
    assert said == mine[: len(said)]
    assert len(said) == len([one for one in without_answer(learner) if any(one.ask.text in text for text in asked)])
    assert len(said) > 1
    assert questions(learner)[-1].ask.text in asked[-1]
    for place, text in enumerate(asked, start=1):
        assert label(learner, "rehearsal.place", place=place, of=MOST) in text


async def test_the_end_names_how_many_sentences_were_said_and_leads_on(learner: Walker) -> None:
    holds(learner, WALLS)
    await begins(learner)
    asked = await goes_through(learner)
    assert plain(learner.last["text"]) == label(learner, "rehearsal.done", number=len(asked))
    assert learner.labels() == [label(learner, "skills.button.open"), label(learner, "topic.job_interview")]
    await learner.taps("topic.job_interview")
    learner.shows("tip.say")
    await learner.taps("skills.button.open")
    learner.shows("skills.head")


async def test_each_question_takes_the_place_of_the_one_before_also_when_tapped_twice(learner: Walker) -> None:
    holds(learner, WALLS)
    await begins(learner)
    first = learner.last["id"]
    ref = rows(learner.last)[-2][0]["callback_data"]
    await learner.taps("rehearsal.button.said")
    second = plain(learner.last["text"])
    assert learner.last["id"] == first
    await learner.taps_once_more(ref)
    shown = [message for message in await learner.handset.messages() if plain(message["text"] or "") == second]
    assert len(shown) == 1


@pytest.mark.parametrize("said", [0, 2])
async def test_enough_is_enough_at_any_question(learner: Walker, said: int) -> None:
    holds(learner, WALLS)
    await begins(learner)
    for _ in range(said):
        await learner.taps("rehearsal.button.said")
    await learner.taps("skills.button.enough")
    if said:
        assert label(learner, "rehearsal.done", number=said) in plain(learner.last["text"])
    else:
        learner.shows("skills.head")
        learner.does_not_show("rehearsal.done")


@pytest.mark.parametrize(("how", "slow"), [("hear", False), ("slowly", True)])
async def test_question_and_sentence_are_heard_at_two_speeds(learner: Walker, how: str, slow: bool) -> None:
    holds(learner, WALLS)
    await begins(learner)
    opening, about_skills = questions(learner)[0], without_answer(learner)[0]
    assert opening.answer is not None
    await learner.taps(f"practice.button.{how}")
    assert learner.house.asked_for[-1] == Sound(opening.ask.text, "nl", slow)
    assert learner.last["kind"] == "voice"
    await learner.taps(f"rehearsal.button.{how}")
    assert learner.house.asked_for[-1] == Sound(opening.answer.text, "nl", slow)
    await learner.taps("rehearsal.button.said")
    await learner.taps(f"practice.button.{how}")
    assert learner.house.asked_for[-1] == Sound(about_skills.ask.text, "nl", slow)
    await learner.taps(f"rehearsal.button.{how}")
    assert learner.house.asked_for[-1] == Sound(say(learner, WALLS), "nl", slow)
