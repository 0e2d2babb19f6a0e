"""Who is offered a placement: nobody at first, once after the third lesson, and whoever looks for it."""

import pytest

from bot.store import from_files, practice
from bot.store.practice import Kind
from tests.fakes.course import course_forms
from tests.fakes.learner import Walker, plain
from tests.journeys.placements import answers_all, begins, has_practised, highest_level, mine


async def test_nobody_begins_with_it(learner: Walker) -> None:
    await learner.commands("settings")
    assert plain(learner.words("placement.button.find")) not in learner.labels()
    await learner.taps_once_more("placement:-:start")
    learner.shows("placement.lesson_first")
    running = practice.open_lesson(learner.house.store, learner.record.id)
    assert running is not None
    assert running.kind == Kind.LESSON
    assert mine(learner) == []


async def test_who_is_asked_before_the_first_lesson_may_refuse_and_finds_it_after_that(learner: Walker) -> None:
    await learner.taps_once_more("placement:-:later")
    learner.shows("placement.lesson_first")
    learner.does_not_show("placement.later")
    await learner.taps("menu.practise")
    await learner.finishes_lesson()
    await learner.commands("settings")
    assert plain(learner.words("placement.button.find")) in learner.labels()


async def test_it_is_not_on_offer_where_there_is_too_little_to_ask(learner: Walker) -> None:
    house = learner.house
    has_practised(house.store, learner.record, lessons=2)
    few = [form for form in course_forms() if form.kind != "item" or form.body["type"] in ("meet", "type_word")]
    from_files.publish(house.store, few, house.clock())
    house.clock.forward(minutes=1)
    await learner.commands("settings")
    assert plain(learner.words("placement.button.find")) not in learner.labels()
    await learner.taps_once_more("placement:-:start")
    learner.shows("placement.next.pre-A1")
    assert learner.record.expects == "none"


@pytest.mark.parametrize("data", ["placement:-:", "placement:-:foo", "placement:-:harder-C2", "placement:-:harder-C1"])
async def test_other_buttons_lead_somewhere(learner: Walker, data: str) -> None:
    level = learner.record.level
    await learner.taps_once_more(data)
    learner.shows("media.old_button")
    assert learner.record.level == level


async def test_it_is_offered_after_the_third_lesson_once_and_may_be_refused(learner: Walker) -> None:
    has_practised(learner.house.store, learner.record, lessons=2)
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    learner.shows("placement.ask")
    learner.shows("placement.no_exam")
    learner.does_not_show("practice.more")
    level = learner.record.level
    await learner.taps("placement.button.later")
    learner.shows("placement.later")
    assert (learner.record.level, mine(learner)) == (level, [])
    learner.house.clock.forward(days=1)
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    learner.does_not_show("placement.ask")
    learner.shows("practice.more")


async def test_who_did_it_already_is_not_asked(learner: Walker) -> None:
    has_practised(learner.house.store, learner.record, lessons=2)
    await begins(learner)
    await answers_all(learner)
    learner.house.clock.forward(days=1)
    await learner.presses("menu.practise")
    await learner.finishes_lesson()
    learner.does_not_show("placement.ask")


async def test_a_placement_is_no_lesson_and_the_next_lesson_has_the_level(learner: Walker) -> None:
    await begins(learner)
    await answers_all(learner)
    assert practice.lessons_ended(learner.house.store, learner.record.id) == 1
    learner.house.clock.forward(minutes=5)
    await learner.taps("menu.practise")
    assert learner.open_item()[0].level == highest_level(learner.house.courses.current())
