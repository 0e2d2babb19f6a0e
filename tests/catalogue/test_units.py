"""The project's own course: what every unit of it has."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pytest

from bot.catalogue.authored import Authored
from bot.catalogue.folder import read_folder
from bot.learning.items import item_types
from bot.settings import CONTENT

FEWEST_TYPES = 4
ENDS = {"scene", "mission"}
"""How a unit ends: with what was learned in use."""

ITEMS = [entry for entry in read_folder(CONTENT).entries if entry.kind == "item"]


def _by_unit() -> Mapping[str, Sequence[Authored]]:
    units: dict[str, list[Authored]] = defaultdict(list)
    for item in ITEMS:
        units[item.body["unit"]].append(item)
    return units


UNITS = _by_unit()


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_asks_in_different_ways(unit: str) -> None:
    assert len({item.body["type"] for item in UNITS[unit]}) >= FEWEST_TYPES


@pytest.mark.parametrize("unit", [unit for unit, items in UNITS.items() if items[-1].body["level"] != "pre-A1"])
def test_a_unit_ends_with_what_was_learned_in_use(unit: str) -> None:
    assert UNITS[unit][-1].body["type"] in ENDS


def test_the_course_uses_every_type_of_item() -> None:
    assert {item.body["type"] for item in ITEMS} == {*item_types()}
