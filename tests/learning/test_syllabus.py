import pytest

from bot.learning.syllabus import syllabus
from tests.learning.courses import item

COURSE = [
    item("shared.greet.hello"),
    item("shared.greet.name"),
    item("shared.hours.eight"),
    item("shared.safety.fire"),
    item("shared.phone.late", level="A1"),
    item("construction.site.crane"),
    item("construction.gear.helmet"),
    item("construction.gear.gloves"),
    item("construction.gear.goggles", level="A1"),
    item("care.rooms.bed"),
]


def test_units_of_every_workplace_and_of_the_own_one_take_turns() -> None:
    assert [item.id for item in syllabus(COURSE, "construction", "pre-A1")] == [
        "shared.greet.hello",
        "shared.greet.name",
        "construction.site.crane",
        "shared.hours.eight",
        "construction.gear.helmet",
        "construction.gear.gloves",
        "shared.safety.fire",
        "shared.phone.late",
        "construction.gear.goggles",
    ]


@pytest.mark.parametrize("sector", [None, "shared", "metal"])
def test_without_a_pack_of_the_own_sector_there_is_what_is_shared(sector: str | None) -> None:
    assert {item.sector for item in syllabus(COURSE, sector, "pre-A1")} == {"shared"}


def test_levels_below_the_learners_are_left_out() -> None:
    assert [item.id for item in syllabus(COURSE, "construction", "A1")] == [
        "shared.phone.late",
        "construction.gear.goggles",
    ]


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="level 'C3' is not known: use one of pre-A1, A1"):
        syllabus(COURSE, None, "C3")
