"""A placement twice: two taps, one left open, another one, and what changed meanwhile."""

from bot.store import from_files, placements, practice
from tests.fakes.course import course_forms
from tests.fakes.learner import Walker
from tests.journeys.placements import answers_all, begins, has_practised, mine


async def test_a_double_tap_is_one_answer(learner: Walker) -> None:
    await begins(learner)
    item, showing = learner.open_item()
    data = f"practice:{showing.id}:{item.body['right']}"
    await learner.handset.act("tap", data=data)
    await learner.does("tap", data=data)
    assert [row.answers for row in mine(learner)] == [1]
    believed = placements.difficulty(learner.house.store, item.id)
    assert believed is not None
    assert believed.answers == 1


async def test_beginning_twice_is_beginning_once(learner: Walker) -> None:
    await begins(learner)
    item, _ = learner.open_item()
    await learner.taps_once_more("placement:-:start")
    assert learner.open_item()[0].id == item.id
    assert len(mine(learner)) == 1
    await learner.presses("menu.practise")
    assert learner.open_item()[0].id == item.id


async def test_it_may_be_taken_again_with_other_questions(learner: Walker) -> None:
    await begins(learner)
    before = {item.id for item in await answers_all(learner)}
    learner.house.clock.forward(days=1)
    await begins(learner)
    opening, *others = await answers_all(learner)
    assert opening.id in before
    assert before.isdisjoint(item.id for item in others)
    assert [row.answers for row in mine(learner)] == [len(before), len(others) + 1]


async def test_one_left_open_yesterday_begins_anew(learner: Walker) -> None:
    await begins(learner)
    await learner.answers()
    learner.house.clock.forward(days=1)
    await begins(learner)
    assert [(row.answers, row.ended_at) for row in mine(learner)] == [(1, None), (0, None)]
    await answers_all(learner)
    assert [row.ended_at is None for row in mine(learner)] == [True, False]


async def test_an_open_lesson_is_left_for_it(learner: Walker) -> None:
    has_practised(learner.house.store, learner.record)
    await learner.presses("menu.practise")
    _, showing = learner.open_item()
    await begins(learner)
    left = practice.lesson(learner.house.store, showing.lesson_id)
    assert left is not None
    assert left.ended_at is not None
    closed = practice.showing(learner.house.store, showing.id)
    assert closed is not None
    assert closed.closed_at is not None
    await answers_all(learner)
    assert practice.open_lesson(learner.house.store, learner.record.id) is None


async def test_an_item_that_is_retired_meanwhile_still_takes_its_answer(learner: Walker) -> None:
    await begins(learner)
    house, (item, _) = learner.house, learner.open_item()
    forms = [form for form in course_forms() if form.id != item.id]
    from_files.publish(house.store, forms, house.clock())
    house.clock.forward(minutes=1)
    await learner.answers()
    learner.shows("practice.right")
    assert [row.answers for row in mine(learner)] == [1]
    asked = await answers_all(learner)
    assert item.id not in {one.id for one in asked}
    learner.shows(f"placement.next.{learner.record.level}")
