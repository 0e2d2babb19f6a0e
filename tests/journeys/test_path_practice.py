"""Practising a step of the way to a target job."""

from bot.store import practice
from tests.fakes.learner import Walker
from tests.journeys.paths import chooses


async def test_the_next_step_is_practised_with_one_tap(learner: Walker) -> None:
    await chooses(learner, "job.construction.painter")
    await learner.taps("path.button.open")
    await learner.taps("path.button.practise")
    lesson = practice.open_lesson(learner.house.store, learner.record.id)
    assert lesson
    items = learner.house.courses.current().items
    assert {items[key].unit for key in (learner.open_item()[0].id, *lesson.plan)} == {"construction.tools"}


async def test_tapped_twice_it_goes_on_with_the_same_lesson(learner: Walker) -> None:
    for _ in range(2):
        await learner.taps_once_more("path:-:practise-construction.tools")
    item, showing = learner.open_item()
    lesson = practice.open_lesson(learner.house.store, learner.record.id)
    assert lesson
    assert showing.lesson_id == lesson.id
    assert {one.item_id for one in practice.showings(learner.house.store, lesson.id)} == {item.id}


async def test_an_open_lesson_is_put_aside_for_a_step(learner: Walker) -> None:
    await learner.presses("menu.practise")
    before, _ = learner.open_item()
    await learner.taps_once_more("path:-:practise-construction.tools")
    learner.shows("practice.left")
    assert learner.open_item()[0].unit == "construction.tools" != before.unit


async def test_what_was_all_just_practised_rests(learner: Walker) -> None:
    for _ in range(3):
        await learner.taps_once_more("path:-:practise-construction.signals")
        await learner.finishes_lesson()
    await learner.taps_once_more("path:-:practise-construction.signals")
    learner.shows("path.rests")
