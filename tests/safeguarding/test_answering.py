"""Who is to answer an alert, until when, and whose turn it is then."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safeguarding.escalation import Case, Ladder, answering, due
from tests.safeguarding.test_escalation import ADAM, ELS, HOURS, INES, LADDER
from tests.safeguarding.test_hours import OFFICE, at, moments

TABLE = [
    # what, raised, urgent, seen at, people, until, then
    ("at once", "23 10:00", True, "23 10:00", "els", "23 10:30", "omar"),
    ("half an hour later", "23 10:00", True, "23 10:30", "els omar", "23 12:00", "ines"),
    ("two hours later", "23 10:00", True, "23 12:00", "els omar ines", "24 09:00", "adam"),
    ("the next morning", "23 10:00", True, "24 09:00", "els omar ines adam", "25 09:00", ""),
    ("a call at night", "23 23:00", False, "23 23:30", "", "24 09:00", "els"),
]


@pytest.mark.parametrize(("what", "raised", "urgent", "seen", "people", "until", "then"), TABLE)
def test_who_is_to_answer(what: str, raised: str, urgent: bool, seen: str, people: str, until: str, then: str) -> None:
    found = answering(Case(at(raised), urgent), LADDER, HOURS, at(seen))
    assert (found.people, found.until, found.then) == (tuple(people.split()), at(until), tuple(then.split()))


def test_whoever_took_it_on_is_to_answer_alone_until_the_next_morning() -> None:
    found = answering(Case(at("23 10:00"), True, (at("23 10:10"), INES)), LADDER, HOURS, at("23 12:00"))
    assert (found.people, found.until, found.then) == (("ines",), at("24 09:00"), ())


def test_where_nobody_stands_nobody_is_to_answer() -> None:
    found = answering(Case(at("23 10:00"), True), Ladder(), HOURS, at("23 12:00"))
    assert (found.people, found.then) == ((), ())


@given(moments, st.timedeltas(timedelta(0), timedelta(days=5)), st.booleans(), st.booleans())
def test_then_is_when_more_are_told(raised: datetime, passed: timedelta, urgent: bool, lonely: bool) -> None:
    case, ladder, now = (
        Case(raised, urgent),
        Ladder(None, (), (ADAM,)) if lonely else Ladder(ELS, (INES,)),
        raised + passed,
    )
    found = answering(case, ladder, HOURS, now)
    assert found.until > now
    later = due(case, ladder, HOURS, found.until)
    assert later is not None
    assert later.at == found.until
    assert {*later.people} == {*found.people, *found.then}


@pytest.mark.parametrize(
    ("moment", "later", "minutes"),
    [
        ("23 10:00", "23 11:30", 90),
        ("23 08:00", "23 09:30", 30),
        ("23 11:30", "23 13:30", 60),
        ("23 17:00", "24 09:00", 0),
        ("27 11:00", "30 10:00", 120),
        ("23 10:00", "23 10:00", 0),
    ],
)
def test_staffed_time_between_two_moments(moment: str, later: str, minutes: int) -> None:
    assert OFFICE.between(at(moment), at(later)) == timedelta(minutes=minutes)


@given(moments, st.timedeltas(timedelta(0), timedelta(hours=30)))
def test_it_is_the_time_after_which_a_span_is_over(moment: datetime, span: timedelta) -> None:
    assert OFFICE.between(moment, OFFICE.after(moment, span)) == span
