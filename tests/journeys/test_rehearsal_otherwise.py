"""A rehearsed interview when something is otherwise: own words, cards that go, old buttons, and by ear."""

import pytest

from bot.catalogue.interviews import LONGEST_ID
from bot.i18n import Text
from bot.journeys.rehearsal_step import MOST, PREFIX
from bot.speech.sound import Sound
from bot.store import from_files
from tests.fakes.course import course_forms, retire
from tests.fakes.learner import Walker, plain, rows
from tests.journeys.by_ear import all_heard, listens, message_of, needs_no_script, shown_to
from tests.journeys.rehearsals import (
    LONGEST_DATA,
    OWN,
    PAINTING,
    WALLS,
    begins,
    datas,
    drops,
    goes_through,
    holds,
    label,
    named,
    questions,
    say,
    without_answer,
)


async def test_own_words_come_after_the_cards_and_are_not_heard(learner: Walker) -> None:
    holds(learner, WALLS, words=OWN)
    await begins(learner)
    asked = await goes_through(learner)
    texts = [text for text in asked if say(learner, WALLS) in text or OWN in text]
    assert [OWN in text for text in texts] == [False, True]
    assert learner.pattern("rehearsal.own_words").search(texts[1])
    assert not learner.pattern("tip.say").search(texts[1])


async def test_own_words_alone_are_enough(learner: Walker) -> None:
    holds(learner, words=OWN)
    await begins(learner)
    await learner.taps("rehearsal.button.said")
    assert OWN in learner.text
    assert label(learner, "rehearsal.button.hear") not in learner.labels()
    assert label(learner, "practice.button.hear") in learner.labels()


async def test_a_card_that_goes_on_the_way_is_not_asked_for_and_its_button_goes_on(learner: Walker) -> None:
    holds(learner, WALLS)
    await begins(learner)
    await learner.taps("rehearsal.button.said")
    assert say(learner, WALLS) in learner.text
    holds_no_more = next(data for data in datas(learner) if "-said." in data)
    drops(learner, WALLS)
    await learner.taps("rehearsal.button.said")
    learner.shows("skills.none_yet")
    await learner.taps_once_more(holds_no_more)
    assert learner.labels()
    await learner.taps_once_more("skills:-:rehearse")
    learner.shows("skills.none_yet")


async def test_a_card_less_on_the_way_leads_to_the_next_question(learner: Walker) -> None:
    holds(learner, WALLS, PAINTING)
    await begins(learner)
    for _ in range(2):
        await learner.taps("rehearsal.button.said")
    assert say(learner, PAINTING) in learner.text
    drops(learner, WALLS)
    await learner.taps("rehearsal.button.said")
    last_shown = next(message for message in reversed(learner.new) if rows(message))
    assert named(learner, "why_here").ask.text in plain(last_shown["text"])
    await learner.taps("skills.button.enough")
    assert label(learner, "rehearsal.done", number=3) in plain(learner.last["text"])


async def test_a_card_that_the_course_no_longer_has_is_still_said(learner: Walker) -> None:
    holds(learner, WALLS)
    sentence = say(learner, WALLS)
    retire(learner.house.store, learner.house.clock(), "say", sentence)
    learner.house.clock.forward(seconds=2)
    await begins(learner)
    await learner.taps("rehearsal.button.said")
    assert sentence in learner.text


async def test_without_questions_in_the_language_there_is_no_way_in(learner: Walker) -> None:
    holds(learner, WALLS)
    others = [form for form in course_forms() if form.kind != "interview"]
    from_files.publish(learner.house.store, others, learner.house.clock())
    learner.house.clock.forward(seconds=2)
    await learner.taps_once_more("skills:-:mine")
    assert label(learner, "rehearsal.button.open") not in learner.labels()
    for choice in ("rehearse", "rehearse-said.1.why_here", "rehearse-hear.ask.why_here"):
        await learner.taps_once_more(f"skills:-:{choice}")
        learner.shows("skills.head")


@pytest.mark.parametrize(
    "choice",
    ["rehearse", "rehearse-", "rehearse-said", "rehearse-said.x.gone", "rehearse-said.9999.why_here", "rehearse-foo.1",
     "rehearse-hear.ask.gone", "rehearse-hear.answer.good_at", "rehearse-more.1.gone.2", "rehearse-more",
     "rehearse-more.0.good_at.x", "rehearse-enough", "rehearse-enough.-1.good_at"],
)  # fmt: skip
@pytest.mark.parametrize("cards", [(), (WALLS,)])
async def test_buttons_of_nothing_lead_somewhere(learner: Walker, choice: str, cards: tuple[str, ...]) -> None:
    holds(learner, *cards)
    await learner.taps_once_more(f"skills:-:{choice}")
    assert learner.labels()


async def test_nobody_is_counted_for_more_than_there_is(learner: Walker) -> None:
    await learner.taps_once_more("skills:-:rehearse-enough.9999.good_at")
    assert label(learner, "rehearsal.done", number=MOST) in learner.text


async def test_the_longest_ids_fit_on_the_buttons(learner: Walker) -> None:
    holds(learner, WALLS)
    await listens(learner)
    await learner.taps_once_more("skills:-:rehearse")
    places = datas(learner)
    grown = LONGEST_ID - len(questions(learner)[0].id)
    assert any("-more." in data for data in places)
    assert all(len(data.encode()) + grown <= LONGEST_DATA for data in places)


async def test_who_listens_hears_everything_and_has_three_pictures_at_most(learner: Walker) -> None:
    holds(learner, WALLS)
    await listens(learner)
    await learner.taps_once_more("skills:-:mine")
    needs_no_script(learner)
    [listed] = shown_to(learner)
    assert plain(rows(listed)[0][0]["text"]) == "🎤"
    await learner.does("tap", data=rows(listed)[0][0]["callback_data"])
    needs_no_script(learner)
    opening = questions(learner)[0]
    assert opening.answer is not None
    heard = {*all_heard(learner)}
    assert {*message_of(learner, "rehearsal.nobody_listens")} <= heard
    assert {Sound(opening.ask.text, "nl"), Sound(opening.answer.text, "nl")} <= heard
    said = 0
    while on := [data for data in datas(learner) if "-said." in data]:
        assert len(datas(learner)) <= 3
        await learner.does("tap", data=on[0])
        needs_no_script(learner)
        said += 1
    assert Sound(say(learner, WALLS), "nl") in all_heard(learner)
    done = learner.house.catalogues.pieces(Text("rehearsal.done", {"number": said}), learner.language)
    assert {Sound(piece.words, piece.language) for piece in done} <= {*all_heard(learner)}


async def test_who_listens_finds_the_other_ways_behind_the_last_picture(learner: Walker) -> None:
    holds(learner, WALLS)
    await listens(learner)
    await learner.taps_once_more("skills:-:rehearse")
    found: list[str] = []
    for _ in range(2):
        needs_no_script(learner)
        found += [data.split(":")[2] for data in datas(learner)]
        await learner.does("tap", data=next(data for data in datas(learner) if "-more." in data))
    name = questions(learner)[0].id.removeprefix(PREFIX)
    ways = [f"said.0.{name}", f"slowly.ask.{name}", f"slowly.answer.{name}", f"enough.0.{name}"]
    assert [one for one in found if "-more." not in one] == [f"rehearse-{way}" for way in ways]
    await learner.does("tap", data=f"skills:-:rehearse-slowly.ask.{name}")
    assert Sound(questions(learner)[0].ask.text, "nl", slow=True) in learner.house.heard[-1]


async def test_own_words_are_heard_by_who_listens_and_their_sound_is_not_kept(learner: Walker) -> None:
    own = {"nl": OWN, "ar": "رعي الغنم"}[learner.language]
    holds(learner, words=own)
    await listens(learner)
    name = without_answer(learner)[0].id.removeprefix(PREFIX)
    await learner.taps_once_more(f"skills:-:rehearse-more.1.{name}.0")
    needs_no_script(learner)
    assert Sound(own, learner.language, personal=True) in all_heard(learner)
    assert len(datas(learner)) == 3
