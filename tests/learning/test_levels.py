import pytest

from bot.learning.levels import LEVELS, above, below, highest, levels_from


@pytest.mark.parametrize(
    ("level", "up", "down"), [("pre-A1", "A1", "pre-A1"), ("A1", "A2", "pre-A1"), ("B1", "B1", "A2")]
)
def test_one_step_up_or_down_stays_within_the_levels(level: str, up: str, down: str) -> None:
    assert (above(level), below(level)) == (up, down)


def test_levels_from_one_up() -> None:
    assert levels_from("pre-A1") == LEVELS
    assert levels_from("A2") == ("A2", "B1")


@pytest.mark.parametrize(
    ("level", "there", "found"),
    [("B1", {"pre-A1", "A1"}, "A1"), ("A1", {"pre-A1", "A1", "A2"}, "A1"), ("A1", {"A2"}, "A1"), ("A2", set(), "A2")],
)
def test_the_highest_level_there_is(level: str, there: set[str], found: str) -> None:
    assert highest(level, there) == found
