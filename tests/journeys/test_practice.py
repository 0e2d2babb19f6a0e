"""Practice: a lesson of five items, and everything a learner may do in it."""

import pytest

from bot.i18n import Content
from bot.learning.items import Grade, item_types
from bot.store import practice
from tests.fakes.learner import Walker, plain, rows


async def test_the_first_lesson_asks_three_new_words_twice_and_ends_with_what_went_well(learner: Walker) -> None:
    await learner.presses("menu.practise")
    assert await learner.finishes_lesson() == 6
    learner.shows("closing.all_right")
    attempts = practice.attempts(learner.house.store, learner.record.id)
    assert [attempt.correct for attempt in attempts] == [True] * 6
    assert len(practice.cards(learner.house.store, learner.record.id)) == 6


async def test_the_answered_message_shows_what_was_right_and_why(learner: Walker) -> None:
    await learner.practises()
    question = next(message for message in reversed(learner.new) if rows(message))["id"]
    item = await learner.answers()
    answered = next(message for message in learner.new if message["id"] == question)
    assert answered["edited"]
    assert rows(answered) == []
    reason = learner.house.catalogues.plain(Content(f"{item.id}.reason", item.body["reason"]), learner.language)
    assert plain(reason) in plain(answered["text"])


async def test_a_wrong_answer_says_what_it_is_and_comes_back_at_the_end(learner: Walker) -> None:
    await learner.practises()
    missed = await learner.answers(right=False)
    learner.shows("practice.it_is")
    learner.shows("practice.you_said")
    later: list[str] = []
    while learner.record.expects == "practice":
        later.append((await learner.answers()).id)
    assert [key == missed.id for key in later] == [False] * (len(later) - 1) + [True]
    attempts = practice.attempts(learner.house.store, learner.record.id)
    assert [attempt.item_id == missed.id for attempt in attempts] == [True] + [False] * 5 + [True]


async def test_a_double_tap_is_one_attempt(learner: Walker) -> None:
    await learner.practises()
    item, showing = learner.open_item()
    await learner.handset.act("tap", data=f"practice:{showing.id}:{item.body['right']}")
    await learner.does("tap", data=f"practice:{showing.id}:{item.body['right']}")
    assert len(practice.attempts(learner.house.store, learner.record.id)) == 1
    learner.does_not_show("practice.old_button")


async def test_a_button_of_an_old_message_leads_back_to_the_open_item(learner: Walker) -> None:
    await learner.practises()
    item, showing = learner.open_item()
    await learner.answers()
    await learner.looks()
    learner.house.clock.forward(minutes=5)
    now_open, _ = learner.open_item()
    old = f"practice:{showing.id}:{item.body['right']}"
    await learner.taps_once_more(old)
    learner.shows("practice.old_button")
    assert learner.open_item()[0].id == now_open.id
    assert len(practice.attempts(learner.house.store, learner.record.id)) == 1


async def test_i_dont_know_tells_and_counts_as_not_known(learner: Walker) -> None:
    await learner.practises()
    await learner.taps("practice.button.dont_know")
    learner.shows("practice.it_is")
    learner.does_not_show("practice.you_said")
    [attempt] = practice.attempts(learner.house.store, learner.record.id)
    assert (attempt.grade, attempt.correct, attempt.answer) == (Grade.UNKNOWN, False, "")


async def test_skip_keeps_nothing(learner: Walker) -> None:
    await learner.presses("menu.practise")
    first, _ = learner.open_item()
    await learner.taps("practice.button.skip")
    learner.shows("practice.left")
    assert learner.open_item()[0].id != first.id
    assert practice.attempts(learner.house.store, learner.record.id) == []


async def test_explain_gives_meaning_and_example_and_leaves_the_item_open(learner: Walker) -> None:
    await learner.presses("menu.practise")
    item, _ = learner.open_item()
    await learner.taps("practice.button.explain")
    learner.shows("practice.meaning")
    assert any(item.body["example"] in plain(message["text"]) for message in learner.new)
    assert learner.open_item()[0].id == item.id


async def test_a_typed_choice_counts_as_a_tap(learner: Walker) -> None:
    await learner.practises()
    item, showing = learner.open_item()
    place = showing.order.index(item.body["right"])
    await learner.says(learner.labels()[place].upper())
    [attempt] = practice.attempts(learner.house.store, learner.record.id)
    assert attempt.correct


@pytest.mark.model
async def test_other_words_are_no_answer_to_buttons(learner: Walker) -> None:
    await learner.presses("menu.practise")
    item, _ = learner.open_item()
    await learner.says("blauwe olifanten zwemmen graag")
    learner.shows("practice.tap_a_button")
    assert learner.open_item()[0].id == item.id
    assert practice.attempts(learner.house.store, learner.record.id) == []


async def test_a_lesson_left_open_goes_on_the_same_day_and_not_the_next(learner: Walker) -> None:
    await learner.presses("menu.practise")
    await learner.answers()
    second, showing = learner.open_item()
    learner.house.clock.forward(hours=1)
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == second.id
    learner.house.clock.forward(days=1)
    await learner.presses("menu.practise")
    assert learner.open_item()[1].lesson_id != showing.lesson_id


async def test_a_missed_safety_item_opens_the_next_lesson(learner: Walker) -> None:
    course = learner.house.courses.current()
    for _ in range(12):
        await learner.presses("menu.practise")
        while learner.record.expects == "practice":
            item, _ = learner.open_item()
            if item.safety and item_types()[item.type].asks:
                await learner.answers(right=False)
                await learner.finishes_lesson()
                learner.house.clock.forward(days=1)
                await learner.presses("menu.practise")
                assert course.items[learner.open_item()[0].id].safety
                return
            await learner.answers()
        learner.house.clock.forward(days=1)
    pytest.fail("no safety item came in twelve lessons")


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "level"),
    [({"nl": "te gemakkelijk", "ar": "كثير سهل"}, "A1"), ({"nl": "te moeilijk", "ar": "صعب علي كتير"}, "pre-A1")],
)
async def test_levels_move_when_the_learner_says_so(learner: Walker, said: dict[str, str], level: str) -> None:
    await learner.says(said[learner.language])
    assert learner.record.level == level


@pytest.mark.model
async def test_a_word_for_something_else_leaves_the_item(learner: Walker) -> None:
    await learner.presses("menu.practise")
    first, _ = learner.open_item()
    await learner.says({"nl": "volgende", "ar": "التالي"}[learner.language])
    learner.shows("practice.left")
    assert learner.open_item()[0].id != first.id
