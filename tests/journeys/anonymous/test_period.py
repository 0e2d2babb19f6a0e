"""Whole months that are over."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.journeys.anonymous import Period, last_months, months, period
from bot.journeys.anonymous.period import MOST_MONTHS

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("begin", "end", "found"),
    [
        ("2026-10", "2026-10", Period(date(2026, 10, 1), date(2026, 10, 31))),
        ("2026-01", "2026-10", Period(date(2026, 1, 1), date(2026, 10, 31))),
        ("2024-02", "2024-02", Period(date(2024, 2, 1), date(2024, 2, 29))),
        ("2025-11", "2026-02", Period(date(2025, 11, 1), date(2026, 2, 28))),
        # Not over yet, the other way round, too long ago, no month.
        ("2026-10", "2026-11", None),
        ("2026-10", "2026-09", None),
        ("2020-01", "2026-10", None),
        ("2026-13", "2026-13", None),
        ("2026-10-01", "2026-10-05", None),
        ("0000-01", "2026-10", None),
        ("", "2026-10", None),
        ("٢٠٢٦-10", "2026-10", None),
    ],
)
def test_a_period_is_whole_months_that_are_over(begin: str, end: str, found: Period | None) -> None:
    assert period(begin, end, TODAY) == found


def test_without_a_choice_it_is_the_last_three_months() -> None:
    assert last_months(TODAY) == Period(date(2026, 8, 1), date(2026, 10, 31))
    assert last_months(date(2026, 1, 1)) == Period(date(2025, 10, 1), date(2025, 12, 31))


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_the_months_to_choose_from_follow_each_other_and_are_over(today: date) -> None:
    found = months(today)
    assert len(found) == MOST_MONTHS
    assert found[0] < today.replace(day=1)
    assert all(later - DAY >= earlier and earlier.day == 1 for later, earlier in pairwise(found))
    assert last_months(today, MOST_MONTHS) == period(f"{found[-1]:%Y-%m}", f"{found[0]:%Y-%m}", today)
