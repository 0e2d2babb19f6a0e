"""What a group practised together: counted, and never of so few that it is known of each."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.learning import together
from bot.learning.attempts import Attempt
from bot.learning.holding import UnitRecall
from bot.learning.items import Grade
from bot.learning.together import UnitTogether, Week

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ZONE = ZoneInfo("Europe/Brussels")


def answered(item: str = "a", grade: Grade = Grade.RIGHT, days_ago: float = 0) -> Attempt:
    return Attempt(item, grade, NOW - days_ago * DAY)


def recall(unit: str, met: int, known: float) -> UnitRecall:
    return UnitRecall(unit, known, met, asks=10)


ITEMS = ("a", "b", "c")


def hard(*people: list[Attempt]) -> tuple[str, ...]:
    return together.hard(people, ITEMS, NOW)


def test_weeks_count_people_and_their_days() -> None:
    first = [answered(days_ago=0), answered(days_ago=1), answered(days_ago=7)]
    second = [answered(days_ago=0), answered(days_ago=0)]
    weeks = together.weeks([first, second, []], now=NOW, zone=ZONE)
    assert len(weeks) == 8
    assert weeks[0] == Week(date(2026, 10, 5), 0, 0)
    assert weeks[-2:] == (Week(date(2026, 11, 16), 1, 1), Week(date(2026, 11, 23), 2, 3))


def test_a_day_is_one_of_the_region() -> None:
    late = Attempt("a", Grade.RIGHT, datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    assert together.weeks([[late]], now=NOW, zone=ZONE)[-1].people == 1


def test_units_that_somebody_began_in_the_order_of_the_course() -> None:
    holds, fades, is_new = recall("one", 10, 0.9), recall("one", 10, 0.5), recall("two", 1, 0.1)
    found = together.units([[holds, is_new], [fades], []], ["zero", "one", "two"])
    assert found == (UnitTogether("one", begun=2, held=1), UnitTogether("two", begun=1, held=0))


def test_a_unit_that_is_no_longer_published_is_not_named() -> None:
    assert together.units([[recall("gone", 10, 0.9)]], ["one"]) == ()


@pytest.mark.parametrize(("people", "missed", "told"), [(4, 4, False), (5, 5, True), (5, 3, True), (5, 2, False)])
def test_an_item_is_hard_when_many_of_at_least_five_missed_it(people: int, missed: int, told: bool) -> None:
    grades = [Grade.WRONG] * missed + [Grade.RIGHT] * (people - missed)
    assert hard(*([answered("a", grade)] for grade in grades)) == (("a",) if told else ())


def test_who_answers_often_counts_once() -> None:
    eager = [answered("a", Grade.WRONG, days) for days in range(5)]
    assert hard(eager, *([answered("a")] for _ in range(4))) == ()
    assert hard(eager, eager) == ()


@pytest.mark.parametrize(("grade", "told"), [(Grade.UNKNOWN, True), (Grade.SLIP, False), (Grade.SEEN, False)])
def test_only_what_was_not_known_was_missed(grade: Grade, told: bool) -> None:
    assert hard(*([answered("a", grade)] for _ in range(5))) == (("a",) if told else ())


def test_what_was_missed_long_ago_or_is_no_longer_published_is_not_told() -> None:
    assert hard(*([answered("a", Grade.WRONG, 29)] for _ in range(5))) == ()
    assert hard(*([answered("gone", Grade.WRONG)] for _ in range(5))) == ()


def test_the_item_that_the_largest_part_missed_comes_first() -> None:
    people = [[answered("a", Grade.WRONG if n < 3 else Grade.RIGHT), answered("c", Grade.WRONG)] for n in range(5)]
    assert hard(*people) == ("c", "a")
