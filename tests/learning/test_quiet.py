from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.quiet import Silence, silence

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
    assert (silence(practised, LAST + timedelta(days=silent)) is not None) is quiet


def test_nobody_is_quiet_in_a_pause_and_silence_counts_from_its_end() -> None:
    today = LAST + timedelta(days=40)
    assert not silence(DAILY, today, paused=True)
    assert not silence(DAILY, today, resumed=today - timedelta(days=7))
    assert silence(DAILY, today, resumed=today - timedelta(days=8))
    assert silence(DAILY, today, resumed=LAST - timedelta(days=90))


@pytest.mark.parametrize(
    ("practised", "silent", "found"),
    [
        (DAILY, 8, Silence(LAST, 8, 1)),
        (SUNDAYS, 22, Silence(LAST, 22, 7)),
        ([LAST], 8, Silence(LAST, 8, None)),
        ([LAST, LAST - timedelta(days=2), LAST - timedelta(days=5)], 8, Silence(LAST, 8, 2.5)),
    ],
)
def test_it_says_since_when_and_what_is_usual(practised: list[date], silent: int, found: Silence) -> None:
    assert silence(practised, LAST + timedelta(days=silent)) == found


@pytest.mark.parametrize(("fewest_days", "times", "quiet"), [(7, 3, True), (8, 3, False), (7, 9, False)])
def test_the_rule_can_be_set(fewest_days: int, times: int, quiet: bool) -> None:
    found = silence(DAILY, LAST + timedelta(days=8), fewest_days=fewest_days, times=times)
    assert (found is not None) is quiet


@given(st.lists(st.dates()), st.dates(), st.none() | st.dates())
def test_any_dates_have_an_answer(practised: list[date], today: date, resumed: date | None) -> None:
    quiet = silence(practised, today, resumed=resumed)
    assert not (quiet and (not practised or (today - max(practised)).days <= 7))
