import pytest

from bot.learning.levels import LEVELS, above, below, levels_from


@pytest.mark.parametrize(
    ("level", "up", "down"), [("pre-A1", "A1", "pre-A1"), ("A1", "A2", "pre-A1"), ("B1", "B1", "A2")]
)
def test_one_step_up_or_down_stays_within_the_levels(level: str, up: str, down: str) -> None:
    assert (above(level), below(level)) == (up, down)


def test_levels_from_one_up() -> None:
    assert levels_from("pre-A1") == LEVELS
    assert levels_from("A2") == ("A2", "B1")
