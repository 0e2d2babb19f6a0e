from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.learning.attempts import Attempt
from bot.learning.growth import UnitGrowth, Week, units, weeks
from bot.learning.items import Grade
from bot.learning.recall import Memory
from tests.learning.courses import DAY, item, remembered

BRUSSELS = ZoneInfo("Europe/Brussels")
WEDNESDAY = datetime(2026, 11, 25, 12, tzinfo=UTC)
THIS = date(2026, 11, 23)
ITEMS = {key: item(key) for key in ("shared.a.1", "shared.a.2", "shared.b.1", "shared.b.2", "shared.c.1")}


def week_days(*ago: timedelta) -> list[tuple[date, int]]:
    attempts = [Attempt("x", Grade.RIGHT, WEDNESDAY - span) for span in ago]
    return [(week.monday, week.days) for week in weeks(attempts, now=WEDNESDAY, zone=BRUSSELS)]


def held(key: str) -> Memory:
    return remembered(key, True, True, True, gap=8 * DAY)


def test_weeks_begin_with_the_first_practice_and_end_with_this_one() -> None:
    assert week_days(0 * DAY) == [(THIS, 1)]
    assert week_days(0 * DAY, 1 * DAY, 1 * DAY, 14 * DAY) == [(THIS - 14 * DAY, 1), (THIS - 7 * DAY, 0), (THIS, 2)]


def test_at_most_eight_weeks_are_told() -> None:
    told = week_days(300 * DAY, 49 * DAY)
    assert told == [(THIS - 49 * DAY, 1)] + [(THIS - number * 7 * DAY, 0) for number in reversed(range(7))]


def test_more_weeks_are_told_where_there_is_room() -> None:
    long_ago = Attempt("x", Grade.RIGHT, WEDNESDAY - 300 * DAY)
    told = weeks([long_ago], now=WEDNESDAY, zone=BRUSSELS, most=12)
    assert (len(told), told[0].monday, told[-1].monday) == (12, THIS - 77 * DAY, THIS)


def test_a_day_belongs_to_the_week_in_the_regions_zone() -> None:
    night = Attempt("x", Grade.RIGHT, datetime(2026, 11, 22, 23, 30, tzinfo=UTC))  # Monday in Brussels
    assert weeks([night], now=WEDNESDAY, zone=BRUSSELS) == (Week(THIS, 1),)


def test_nothing_practised_is_this_week_without_days() -> None:
    assert week_days() == [(THIS, 0)]


@given(st.lists(st.timedeltas(timedelta(days=-30), timedelta(days=900))))
def test_weeks_stay_within_bounds_even_when_the_clock_jumped(ago: list[timedelta]) -> None:
    told = week_days(*ago)
    assert 1 <= len(told) <= 8
    assert told[-1][0] == THIS
    assert all(0 <= days <= 7 and monday.weekday() == 0 for monday, days in told)


def test_a_unit_is_mastered_when_all_of_it_is_held() -> None:
    memories = [held("shared.a.1"), held("shared.a.2"), held("shared.b.1"), remembered("shared.b.2", True)]
    assert units([*memories, held("shared.gone.1")], ITEMS, WEDNESDAY) == (
        UnitGrowth("shared.a", met=2, held=2, mastered=True),
        UnitGrowth("shared.b", met=2, held=1, mastered=False),
    )


def test_four_units_are_enough() -> None:
    many = {f"shared.{unit}.1": item(f"shared.{unit}.1") for unit in "abcdefg"}
    told = units([remembered(key, True) for key in many], many, WEDNESDAY)
    assert [unit.unit for unit in told] == ["shared.a", "shared.b", "shared.c", "shared.d"]
