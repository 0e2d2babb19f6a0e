"""How units stand: in words a person would use, by what should be recalled today."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.holding import Hold, UnitRecall, units
from bot.learning.items import Item
from bot.learning.path import known
from bot.learning.recall import Memory
from tests.learning.courses import DAY, NOW, item, remembered

GEAR = [item(f"construction.gear.i{place}") for place in range(4)]
PHONE = [item(f"shared.phone.i{place}") for place in range(2)]
MEETING = Item("construction.gear.meet", "meet", "construction.gear", "construction", "pre-A1", 1, 1, {})
ITEMS = [MEETING, *GEAR, *PHONE]


def memories(*some: Memory) -> dict[str, Memory]:
    return {memory.item_id: memory for memory in some}


def test_units_that_were_begun_are_told_what_is_known_best_first() -> None:
    some = memories(remembered(GEAR[0].id, True), *(remembered(one.id, True) for one in PHONE))
    phone, gear = units(ITEMS, some, NOW)
    assert (phone.unit, phone.met, phone.asks, phone.hold) == ("shared.phone", 2, 2, Hold.HOLDS)
    assert (gear.unit, gear.met, gear.asks, gear.hold) == ("construction.gear", 1, 4, Hold.NEW)
    assert gear.known == pytest.approx(known(GEAR, some, NOW))


def test_what_is_only_seen_begins_nothing() -> None:
    assert units(ITEMS, {}, NOW) == units([MEETING], {}, NOW) == ()


@pytest.mark.parametrize(
    ("part", "met", "hold"),
    [
        (0.1, 1, Hold.NEW),
        (0.4, 4, Hold.NEW),
        (0.4, 5, Hold.HOLDS),
        (0.39, 5, Hold.FADING),
        (0.8, 10, Hold.HOLDS),
        (0.79, 10, Hold.FADING),
        (1.0, 10, Hold.HOLDS),
    ],
)
def test_a_unit_is_new_or_holds_or_fades(part: float, met: int, hold: Hold) -> None:
    assert UnitRecall("u", part, met, 10).hold is hold


@given(st.lists(st.tuples(st.booleans(), st.timedeltas(timedelta(0), 400 * DAY)), min_size=1, max_size=4))
def test_what_is_told_of_any_past_is_within_bounds(history: list[tuple[bool, timedelta]]) -> None:
    some = memories(*(remembered(GEAR[place].id, right, ago=ago) for place, (right, ago) in enumerate(history)))
    [found] = units(ITEMS, some, NOW)
    assert found.met == len(some)
    assert 0 <= found.known <= found.met / found.asks
