"""First meetings: what came of each item of a lesson."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.learning.items import Grade
from bot.learning.quality import Shown, meetings
from bot.learning.quality.meetings import Outcome
from tests.learning.quality.runs import BEGAN, run, shown

CLOSED = BEGAN + timedelta(minutes=5)


def outcomes(*each: Shown, unfinished: bool = False) -> list[tuple[str, str]]:
    return [(one.item_id, one.outcome.value) for one in meetings(run(*each, unfinished=unfinished))]


@pytest.mark.parametrize(
    ("grade", "outcome"),
    [
        (Grade.RIGHT, Outcome.RIGHT),
        (Grade.SLIP, Outcome.RIGHT),
        (Grade.ARTICLE, Outcome.RIGHT),
        (Grade.WRONG, Outcome.WRONG),
        (Grade.UNKNOWN, Outcome.UNKNOWN),
    ],
)
def test_an_answer_has_its_time_its_options_and_how_the_learner_did_before(grade: Grade, outcome: Outcome) -> None:
    [one] = meetings(run(shown("a", 0, grade, chosen=("b",)), rest=80))
    assert (one.outcome, one.seconds, one.chosen, one.rest, one.place) == (outcome, 10, ("b",), 80, 1)


def test_only_the_first_answer_counts_when_an_item_comes_back() -> None:
    again = shown("a", 40, Grade.RIGHT)
    assert outcomes(shown("a", 0, Grade.WRONG), shown("b", 20, Grade.RIGHT), again) == [("a", "wrong"), ("b", "right")]


def test_what_was_met_before_does_not_count_but_takes_its_place() -> None:
    [one] = meetings(run(shown("a", 0, Grade.RIGHT, first=False), shown("b", 20, Grade.WRONG)))
    assert (one.item_id, one.place) == ("b", 2)


def test_an_item_that_was_shown_again_has_one_meeting() -> None:
    """The time runs from when it was shown first; that it was too hard was said of the first showing."""
    again = shown("a", 30, Grade.RIGHT)
    [one] = meetings(run(shown("a", 0, closed_at=CLOSED, too_hard=True), again))
    assert (one.outcome, one.seconds, one.too_hard) == (Outcome.RIGHT, 40, True)


def test_an_item_without_an_answer_is_skipped_when_others_follow() -> None:
    assert outcomes(shown("a", 0, closed_at=CLOSED), shown("b", 20, Grade.RIGHT))[0] == ("a", "skipped")
    assert outcomes(shown("a", 0, closed_at=CLOSED)) == [("a", "skipped")]


def test_what_asks_nothing_is_seen() -> None:
    assert outcomes(shown("a", 0, closed_at=CLOSED, asks=False), shown("b", 1, Grade.RIGHT))[0] == ("a", "seen")


@pytest.mark.parametrize("asks", [True, False])
def test_a_lesson_is_left_at_what_stays_open_or_when_others_were_to_come(asks: bool) -> None:
    assert outcomes(shown("a", 0, asks=asks)) == [("a", "left")]
    assert outcomes(shown("a", 0, asks=asks, closed_at=CLOSED), unfinished=True) == [("a", "left")]


def test_a_lesson_is_left_at_its_last_showing_alone() -> None:
    """The item that came back is open: it was answered before, and so it was met before."""
    came_back = shown("a", 40)
    assert outcomes(shown("a", 0, Grade.WRONG), shown("b", 20, Grade.RIGHT), came_back) == [
        ("a", "wrong"),
        ("b", "right"),
    ]


def test_what_comes_a_day_later_is_as_if_it_never_came() -> None:
    """So the same comes of a lesson whenever it is counted."""
    day = 24 * 3600
    late = shown("a", day - 5, Grade.RIGHT)
    assert outcomes(late, shown("b", day + 6, Grade.RIGHT)) == outcomes(replace(late, answer=None, closed_at=None))
    assert outcomes(late) == [("a", "left")]


def test_a_lesson_in_which_nothing_was_shown_has_no_meetings() -> None:
    assert outcomes() == []
