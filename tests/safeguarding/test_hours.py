"""Staffed hours: how they are written, and what follows from them."""

from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safeguarding.hours import StaffedHours, read_shifts

ZONE = ZoneInfo("Europe/Brussels")
OFFICE = StaffedHours(read_shifts("mon-thu 09:00-12:00, mon-thu 13:00-17:00, fri 09:00-12:00"), ZONE)

moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def at(local: str) -> datetime:
    """A moment of the week of Monday 23 November 2026, such as ``23 09:00``."""
    return datetime.strptime(f"2026-11-{local}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    "written",
    ["", "mon", "mon 9:00-17:00", "monday 09:00-17:00", "mon 17:00-09:00", "mon 25:00-26:00", "mon 09:00-09:00",
     "mon-fri 09:00-12:00, tue 11:00-13:00", "mon 09:00-17:00,"],
)  # fmt: skip
def test_what_is_written_otherwise_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the setting's own line says what it takes
        read_shifts(written)


def test_a_range_may_go_over_the_end_of_the_week() -> None:
    assert [shift.weekday for shift in read_shifts("sat-mon 10:00-12:00")] == [0, 5, 6]


@pytest.mark.parametrize(
    ("moment", "until"),
    [("23 08:59", None), ("23 09:00", "23 12:00"), ("23 12:00", None), ("23 16:59", "23 17:00"), ("28 10:00", None)],
)
def test_somebody_is_there_or_not(moment: str, until: str | None) -> None:
    assert OFFICE.until(at(moment)) == (at(until) if until else None)


@pytest.mark.parametrize(
    ("moment", "opens"), [("23 10:00", "23 10:00"), ("23 12:30", "23 13:00"), ("27 12:00", "30 09:00")]
)
def test_the_next_hour_in_which_somebody_is_there(moment: str, opens: str) -> None:
    assert OFFICE.next_open(at(moment)) == at(opens)


@pytest.mark.parametrize(
    ("moment", "minutes", "ends"),
    [
        ("23 10:00", 0, "23 10:00"),
        ("23 11:50", 30, "23 13:20"),
        ("27 11:30", 120, "30 10:30"),
        ("29 03:00", 0, "30 09:00"),
    ],
)
def test_staffed_time_passes_only_while_somebody_is_there(moment: str, minutes: int, ends: str) -> None:
    assert OFFICE.after(at(moment), timedelta(minutes=minutes)) == at(ends)


def test_mornings_come_once_a_staffed_day() -> None:
    assert [*islice(OFFICE.mornings(at("26 03:00")), 3)] == [
        at("27 09:00"),
        at("30 09:00"),
        at("30 09:00") + timedelta(1),
    ]


@given(moment=moments, minutes=st.integers(0, 3000))
def test_it_ends_in_staffed_time_and_not_before(moment: datetime, minutes: int) -> None:
    ends = OFFICE.after(moment, timedelta(minutes=minutes))
    assert ends >= moment + timedelta(minutes=minutes)
    assert OFFICE.until(ends) is not None
    assert OFFICE.next_open(moment) <= ends
