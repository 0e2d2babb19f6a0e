from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.quiet import gone_quiet

LAST = date(2026, 11, 1)
DAILY = [LAST - timedelta(days=days) for days in range(10)]
SUNDAYS = [LAST - timedelta(weeks=weeks) for weeks in range(6)]


@pytest.mark.parametrize(
    ("practised", "silent", "quiet"),
    [
        (DAILY, 7, False),
        (DAILY, 8, True),
        (SUNDAYS, 8, False),
        (SUNDAYS, 21, False),
        (SUNDAYS, 22, True),
        ([LAST], 7, False),
        ([LAST], 8, True),
        ([], 100, False),
        ([*SUNDAYS, *SUNDAYS], 21, False),
        # Weekly long ago, daily in the last weeks: the own rhythm of today counts.
        ([*DAILY, LAST - timedelta(days=10), *(LAST - timedelta(weeks=w) for w in range(2, 30))], 8, True),
    ],
)
def test_quiet_by_the_own_rhythm(practised: list[date], silent: int, quiet: bool) -> None:
    assert gone_quiet(practised, LAST + timedelta(days=silent)) is quiet


def test_nobody_is_quiet_in_a_pause_and_silence_counts_from_its_end() -> None:
    today = LAST + timedelta(days=40)
    assert not gone_quiet(DAILY, today, paused=True)
    assert not gone_quiet(DAILY, today, resumed=today - timedelta(days=7))
    assert gone_quiet(DAILY, today, resumed=today - timedelta(days=8))
    assert gone_quiet(DAILY, today, resumed=LAST - timedelta(days=90))


@given(st.lists(st.dates()), st.dates(), st.none() | st.dates())
def test_any_dates_have_an_answer(practised: list[date], today: date, resumed: date | None) -> None:
    quiet = gone_quiet(practised, today, resumed=resumed)
    assert not (quiet and (not practised or (today - max(practised)).days <= 7))
