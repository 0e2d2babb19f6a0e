from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.items import Item
from bot.learning.path import Share, Step, known, next_step, steps
from bot.learning.recall import Memory, retained
from tests.learning.courses import DAY, NOW, item, remembered

GEAR = [item(f"construction.gear.i{place}") for place in range(4)]
HEIGHT = [item(f"construction.height.i{place}") for place in range(2)]
MEETING = Item("construction.gear.meet", "meet", "construction.gear", "construction", "pre-A1", 1, 1, {})


def memories(*some: Memory) -> dict[str, Memory]:
    return {memory.item_id: memory for memory in some}


def test_what_is_known_is_the_mean_over_all_that_is_asked() -> None:
    fresh, old = remembered(GEAR[0].id, True), remembered(GEAR[1].id, True, ago=20 * DAY)
    expected = (retained(fresh, NOW) + retained(old, NOW)) / 4
    assert known([MEETING, *GEAR], memories(fresh, old), NOW) == pytest.approx(expected)


def test_without_anything_asked_nothing_is_known() -> None:
    assert known([], {}, NOW) == known([MEETING], {}, NOW) == 0


@given(st.lists(st.tuples(st.booleans(), st.timedeltas(timedelta(0), 400 * DAY)), max_size=4))
def test_what_is_known_is_a_part_and_falls_with_time(history: list[tuple[bool, timedelta]]) -> None:
    some = memories(*(remembered(GEAR[place].id, right, ago=ago) for place, (right, ago) in enumerate(history)))
    now, later = known(GEAR, some, NOW), known(GEAR, some, NOW + 30 * DAY)
    assert 0 <= later <= now <= len(history) / 4


def test_a_way_has_a_step_for_each_unit_with_items_in_its_order() -> None:
    units = ["construction.height", "construction.gear", "construction.none"]
    way = steps(units, [*GEAR, *HEIGHT], memories(remembered(GEAR[0].id, True)), NOW)
    assert [(step.unit, step.begun) for step in way] == [("construction.height", False), ("construction.gear", True)]


@pytest.mark.parametrize(
    ("part", "begun", "share", "dots"),
    [
        (0.0, False, Share.NONE, 0),
        (0.0, True, Share.LITTLE, 1),
        (0.3, True, Share.LITTLE, 2),
        (0.5, True, Share.HALF, 2),
        (0.7, True, Share.MOST, 4),
        (0.95, True, Share.ALL, 5),
    ],
)
def test_how_much_is_known_is_told_in_words_and_dots(part: float, begun: bool, share: Share, dots: int) -> None:
    step = Step("u", part, begun)
    assert (step.share, step.dots) == (share, dots)


def test_the_next_step_is_the_unit_that_lessons_come_to_next() -> None:
    way = steps(["construction.gear", "construction.height"], [*GEAR, *HEIGHT], {}, NOW)
    beside = item("shared.greeting.hello")
    found = next_step(way, [beside, HEIGHT[1], GEAR[0]])
    assert found
    assert found.unit == "construction.height"


def test_without_anything_new_it_is_what_was_begun_and_is_known_least() -> None:
    way = (Step("well", 0.95, True), Step("half", 0.5, True), Step("little", 0.2, True), Step("left out", 0.0, False))
    found = next_step(way, [])
    assert found
    assert found.unit == "little"
    assert next_step((way[0], way[3]), []) is None
