"""Who is told of an alert, and when."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safeguarding.escalation import Case, Ladder, Person, due, everybody
from bot.safeguarding.hours import StaffedHours, read_shifts
from tests.safeguarding.test_hours import ZONE, at

HOURS = StaffedHours(read_shifts("mon-fri 09:00-17:00"), ZONE)
OMAR = Person("omar")
ELS = Person("els", stand_in=OMAR)
INES, ADAM = Person("ines"), Person("adam")
LADDER = Ladder(ELS, (INES,), (ADAM,))

TABLE = [
    # what, raised, seen at, due at, told
    ("an urgent one at night", True, "23 23:00", "23 23:00", "23 23:00", "els"),
    ("half an hour later", True, "23 23:00", "23 23:30", "23 23:30", "els omar"),
    ("just before that", True, "23 23:00", "23 23:29", "23 23:00", "els"),
    ("two hours later", True, "23 23:00", "24 01:00", "24 01:00", "els omar ines"),
    ("the next morning", True, "23 23:00", "24 09:00", "24 09:00", "els omar ines adam"),
    ("every morning after that", True, "23 23:00", "26 12:00", "26 09:00", "els omar ines adam"),
    ("not at the weekend", True, "27 12:00", "29 12:00", "27 14:00", "els omar ines"),
    ("a call in staffed hours", False, "23 10:00", "23 10:00", "23 10:00", "els"),
    ("a call at night", False, "23 23:00", "24 08:59", None, ""),
    ("in the morning", False, "23 23:00", "24 09:00", "24 09:00", "els"),
    ("half an hour of staffed time", False, "23 16:50", "24 09:20", "24 09:20", "els omar"),
    ("two hours of staffed time", False, "23 16:50", "24 11:00", "24 10:50", "els omar ines"),
    ("the morning after all that", False, "23 16:50", "25 09:00", "25 09:00", "els omar ines adam"),
    ("on Friday evening", False, "27 18:00", "30 09:30", "30 09:30", "els omar"),
]


def told(ladder: Ladder, raised: str = "23 10:00", seen: str = "23 10:00", urgent: bool = True) -> list[str]:
    telling = due(Case(at(raised), urgent), ladder, HOURS, at(seen))
    return list(telling.people) if telling else []


@pytest.mark.parametrize(("what", "urgent", "raised", "seen", "due_at", "people"), TABLE)
def test_who_is_told_when(what: str, urgent: bool, raised: str, seen: str, due_at: str | None, people: str) -> None:
    telling = due(Case(at(raised), urgent), LADDER, HOURS, at(seen))
    if due_at is None:
        assert telling is None
    else:
        assert telling is not None
        assert (telling.at, telling.people) == (at(due_at), tuple(people.split()))


@pytest.mark.parametrize(
    ("ladder", "first"),
    [
        (Ladder(Person("els", away=True, stand_in=OMAR), (INES,), (ADAM,)), ["omar"]),
        (Ladder(Person("els", away=True), (INES,), (ADAM,)), ["ines"]),
        (Ladder(Person("els", away=True, stand_in=Person("omar", away=True)), (INES,), (ADAM,)), ["ines"]),
        (Ladder(None, (INES,), (ADAM,)), ["ines"]),
        (Ladder(None, (Person("ines", away=True),), (ADAM,)), ["adam"]),
        (Ladder(None, (Person("ines", away=True, stand_in=ELS),), (ADAM,)), ["els"]),
        (Ladder(None, (), (ADAM,)), ["adam"]),
        (Ladder(), []),
    ],
)
def test_where_nobody_is_there_the_next_rung_is_told_at_once(ladder: Ladder, first: list[str]) -> None:
    assert told(ladder) == first


def test_nobody_is_told_twice_at_once() -> None:
    assert told(Ladder(ELS, (ELS, OMAR), (OMAR,)), seen="24 09:00") == ["els", "omar"]


@pytest.mark.parametrize(("seen", "due_at"), [("23 20:00", None), ("24 09:00", "24 09:00"), ("25 10:00", "25 09:00")])
def test_who_took_it_on_alone_is_reminded_each_morning(seen: str, due_at: str | None) -> None:
    case = Case(at("23 10:00"), True, (at("23 10:10"), INES))
    telling = due(case, LADDER, HOURS, at(seen))
    assert (telling and (telling.at, telling.people)) == (due_at and (at(due_at), ("ines",)))


def test_everybody_on_the_ladder_may_be_told() -> None:
    assert everybody(LADDER) == {"els", "omar", "ines", "adam"}
    assert everybody(Ladder()) == frozenset()


@given(
    raised=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    steps=st.lists(st.integers(1, 2000), min_size=1, max_size=8),
    urgent=st.booleans(),
)
def test_time_only_widens_the_circle(raised: datetime, steps: list[int], urgent: bool) -> None:
    now, before, last = raised, 0, None
    for minutes in steps:
        now += timedelta(minutes=minutes)
        telling = due(Case(raised, urgent), LADDER, HOURS, now)
        if telling is None:
            assert not urgent
            assert last is None
            continue
        assert raised <= telling.at <= now
        assert last is None or telling.at >= last
        assert len(telling.people) >= before
        assert urgent or HOURS.until(telling.at) is not None
        before, last = len(telling.people), telling.at
