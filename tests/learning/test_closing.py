from datetime import timedelta

import pytest

from bot.learning.attempts import Attempt
from bot.learning.closing import Deed, WentWell, went_well
from tests.learning.courses import DAY, attempt, item

ITEMS = {"a": item("a"), "b": item("b"), "fire": item("fire", safety=True)}
LESSON_AGO = timedelta(minutes=5)


def before(history: str) -> list[Attempt]:
    """Read a past such as "a-a+b+": item and whether it was right, a day apart, the last yesterday."""
    steps = list(zip(history[::2], history[1::2], strict=True))
    return [attempt(key, sign == "+", (len(steps) - place) * DAY) for place, (key, sign) in enumerate(steps)]


@pytest.mark.parametrize(
    ("lesson", "past", "named"),
    [
        ([("a", True), ("b", True)], "a+b+", WentWell(Deed.ALL_RIGHT)),
        ([("a", False), ("fire", True), ("a", True)], "a+", WentWell(Deed.SAFETY_RIGHT, "fire")),
        ([("a", False), ("b", True), ("a", True)], "a+", WentWell(Deed.FIRST_TIME_RIGHT, "b")),
        ([("a", False), ("b", True)], "a+b+", WentWell(Deed.KEPT_GOING)),
        ([("a", True), ("b", True)], "a-a-", WentWell(Deed.HARD_ONE_MASTERED, "a")),
        ([("a", True), ("b", True)], "a-a+a-a+", WentWell(Deed.HARD_ONE_MASTERED, "a")),
        ([("a", True), ("b", True)], "a-a-a+a+a+", WentWell(Deed.ALL_RIGHT)),
        ([("a", False), ("a", True)], "a-a-", WentWell(Deed.KEPT_GOING)),
        ([("a", False)], "", WentWell(Deed.KEPT_GOING)),
        ([], "a+", WentWell(Deed.KEPT_GOING)),
    ],
)
def test_something_went_well(lesson: list[tuple[str, bool]], past: str, named: WentWell) -> None:
    attempts = [attempt(key, right, LESSON_AGO) for key, right in lesson]
    assert went_well(attempts, before(past), ITEMS) == named


def test_coming_back_after_an_absence_is_named() -> None:
    past = [attempt("a", True, 8 * DAY)]
    assert went_well([attempt("a", True)], past, ITEMS) == WentWell(Deed.CAME_BACK)
    assert went_well([attempt("a", False)], past, ITEMS) == WentWell(Deed.CAME_BACK)


def test_an_item_that_is_no_longer_published_can_go_well() -> None:
    assert went_well([attempt("gone", True)], [], {}) == WentWell(Deed.ALL_RIGHT)
