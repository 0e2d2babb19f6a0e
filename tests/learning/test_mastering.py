"""Since when something is held."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.mastering import History, held_since, may_be_held
from bot.learning.recall import Memory, review
from tests.learning.courses import DAY, NOW


def history(*answers: tuple[float, bool]) -> History:
    """Answers by how many days ago they were given."""
    return tuple((NOW - ago * DAY, right) for ago, right in answers)


@pytest.mark.parametrize(
    ("answers", "days_ago"),
    [
        ((), None),
        (((1, True),), None),
        (((20, True), (12, True), (4, True)), 12),
        (((20, True), (12, True), (4, False)), None),
        (((60, False), (50, False), (40, True), (30, True), (10, True)), 10),
        (((60, True), (50, True), (10, True)), 50),
        (((60, True), (50, True), (40, False), (30, True), (20, True), (8, True)), 20),
    ],
)
def test_it_is_held_since_the_first_answer_after_which_it_stayed_so(
    answers: tuple[tuple[float, bool], ...], days_ago: float | None
) -> None:
    assert held_since("a", history(*answers)) == (None if days_ago is None else NOW - days_ago * DAY)


@given(st.lists(st.tuples(st.timedeltas(DAY / 24, 40 * DAY), st.booleans()), max_size=15))
def test_it_agrees_with_the_card_that_the_same_answers_leave(steps: list[tuple[timedelta, bool]]) -> None:
    at: datetime = NOW
    answers: list[tuple[datetime, bool]] = []
    memory: Memory | None = None
    for wait, right in steps:
        at += wait
        answers.append((at, right))
        memory = review(memory, "a", right, at)
    since = held_since("a", tuple(answers))
    assert (since is not None) == (memory is not None and may_be_held(memory))
    if since:
        assert all(right for moment, right in answers if moment >= since)
