"""How much of several lists fits."""

import pytest

from bot.prints.fitting import shown_of


@pytest.mark.parametrize(
    ("lists", "room", "shown"),
    [
        ([(2, [1, 1, 1]), (2, [1])], 100, [3, 1]),
        ([(2, [1, 1, 1]), (2, [1])], 7, [2, 1]),
        ([(2, [1, 1, 1, 1]), (2, [3, 3])], 9, [2, 1]),
        ([(2, []), (2, [1, 1])], 5, [0, 1]),
        ([(2, [9, 9]), (2, [9])], 5, [1, 1]),
        ([], 5, []),
    ],
)
def test_the_longest_list_gives_way_first_and_none_is_emptied(
    lists: list[tuple[float, list[float]]], room: float, shown: list[int]
) -> None:
    assert shown_of(lists, room) == shown
