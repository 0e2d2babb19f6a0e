"""The digest tells what changed: of whom it may, nothing twice, and nothing that was not agreed to."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.journeys.digest import Digest, Named, digest
from bot.learning.items import item_types
from bot.store import Store, today_rules
from bot.store.digest_news import Asked, Gone
from bot.store.people import staff
from bot.store.tables import Alert, Caseload, HandOver, Message, Mission, Staff, WorkWord
from tests.fakes.course import published_course
from tests.fakes.statements import statements
from tests.fakes.stores import add, add_learner, staff_row
from tests.journeys.digests import LAST_MONDAY, MONDAY, add_els, holds, november, of_els, practises


@pytest.fixture
def office(store: Store) -> Store:
    """Els, whose learners come with each test."""
    add_els(store)
    return store


def one(store: Store, name: str) -> Staff:
    return next(member for member in staff(store) if member.id == name)


def told(store: Store, who: str = "els", since: datetime = LAST_MONDAY, now: datetime = MONDAY) -> Digest:
    return digest(store, published_course(store, MONDAY), one(store, who), since, now, now)


def keys(found: tuple[Named, ...]) -> list[tuple[str | None, list[str]]]:
    return [(named.name, [text.key.rpartition(".")[2] for text in named.why]) for named in found]


def test_nothing_changed_is_nothing_to_tell(office: Store) -> None:
    of_els(office, 1001, "Amina")
    found = told(office)
    assert found.is_empty
    assert found.since == november(16).date()


def test_calls_come_first_and_name_nobody(office: Store) -> None:
    amina = of_els(office, 1001, "Amina", shares=False)
    other = add_learner(office, 1002)
    add(
        office,
        Alert(id="a1", learner_id=amina, flag="violence", shows="call", at=november(20)),
        Alert(id="a2", learner_id=amina, flag="x", shows="call", at=november(5), acknowledged_by="omar"),
        Alert(id="a3", learner_id=amina, flag="x", shows="call", at=november(19), closed_at=november(20)),
        Alert(id="a4", learner_id=other.id, flag="x", shows="call", at=november(19)),
    )
    assert told(office).calls == (Asked(november(5), "Omar"), Asked(november(20), None))


def test_messages_that_wait_are_told_of_those_who_do_not_share_too(office: Store) -> None:
    amina = of_els(office, 1001, "Amina Haddad", shares=False)
    for number, answered in enumerate((None, None, november(3))):
        at = november(2 + number)
        add(office, Message(id=f"m{number}", learner_id=amina, text="woorden", at=at, answered_at=answered))
    # About Werkmaat, not for the counsellor.
    add(office, Message(id="m4", learner_id=amina, about="problem", text="woorden", at=november(2)))
    [waiting] = told(office).messages
    assert waiting.name == "Amina"
    assert waiting.why[0].values == {"count": 2, "day": november(2).date()}


def test_who_has_gone_quiet_since_is_told_once(office: Store) -> None:
    practises(office, of_els(office, 1001, "Amina"), *(november(day) for day in range(2, 13)))
    assert keys(told(office, now=november(19, 8)).quiet) == []
    assert keys(told(office).quiet) == [("Amina", ["gone_quiet_daily"])]
    assert keys(told(office, since=MONDAY, now=MONDAY + timedelta(days=7)).quiet) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"paused_until": MONDAY + timedelta(days=1)}, []),
        ({"paused_until": november(22)}, []),
        ({"blocked_at": november(18)}, [("Amina", ["unreachable"])]),
        ({"blocked_at": november(14)}, []),
    ],
    ids=["in a pause", "back from a pause", "blocked since", "blocked before"],
)
def test_nobody_is_quiet_in_a_pause_and_who_cannot_be_reached_is_told_so(
    office: Store, changes: dict[str, Any], expected: list[Any]
) -> None:
    practises(office, of_els(office, 1001, "Amina", **changes), *(november(day) for day in range(2, 13)))
    assert keys(told(office).quiet) == expected


def test_good_news_of_whole_days_is_told_once_and_none_is_left_out(office: Store) -> None:
    early, late = november(16, 7), november(23, 7)
    for number, at in enumerate((early, november(22, 23, 59), late, november(15, 23, 59))):
        learner = of_els(office, 1001 + number, f"Learner{number}")
        add(office, WorkWord(id=f"w{number}", learner_id=learner, text="truweel", at=at, state="waiting"))
    first = told(office, since=LAST_MONDAY, now=MONDAY)
    following = told(office, since=MONDAY, now=MONDAY + timedelta(days=7))
    assert keys(first.good_news) == [("Learner0", ["work_word"]), ("Learner1", ["work_word"])]
    assert keys(following.good_news) == [("Learner2", ["work_word"])]


def test_a_first_lesson_and_a_confirmed_mission_are_good_news(office: Store) -> None:
    amina = of_els(office, 1001, "Amina")
    practises(office, amina, november(17), november(19))
    course = published_course(office, MONDAY)
    mission = next(item.id for item in course.items.values() if item.type == "mission")
    confirmed = {"state": "confirmed", "taken_on_at": november(17), "confirmed_at": november(18)}
    add(office, Mission(id="m1", learner_id=amina, item_id=mission, revision=1, **confirmed))
    assert keys(told(office).good_news) == [("Amina", ["first_lesson", "mission"])]


def test_a_unit_that_holds_since_is_good_news_once(office: Store) -> None:
    amina, course = of_els(office, 1001, "Amina"), published_course(office, MONDAY)
    asking = [item for item in course.items.values() if item_types()[item.type].asks]
    unit = min({item.unit for item in asking}, key=lambda name: sum(item.unit == name for item in asking))
    items = [item.id for item in asking if item.unit == unit]
    holds(office, amina, items, november(2), november(4), november(18))
    assert keys(told(office).good_news) == [("Amina", ["unit_holds"])]
    assert told(office, since=MONDAY, now=MONDAY + timedelta(days=7)).good_news == ()


def test_a_rule_that_is_off_tells_nothing(office: Store) -> None:
    practises(office, of_els(office, 1001, "Amina"), november(17))
    assert keys(told(office).good_news) == [("Amina", ["first_lesson"])]
    today_rules.put(office, one(office, "omar"), "first_lesson", {"on": False}, MONDAY)
    assert told(office).is_empty


def test_of_who_does_not_share_nothing_is_told_but_what_is_addressed_to_the_counsellor(office: Store) -> None:
    amina = of_els(office, 1001, "Amina", shares=False)
    practises(office, amina, *(november(day) for day in range(2, 13)))
    of_els(office, 1002, "Bilal", shares=False, since=november(17))
    add(office, WorkWord(id="w1", learner_id=amina, text="truweel", at=november(17), state="waiting"))
    found = told(office)
    assert (found.quiet, found.good_news, found.joined, found.joined_unnamed) == ((), (), (), 1)
    assert not found.is_empty


def test_who_came_and_who_went(office: Store) -> None:
    of_els(office, 1001, "Amina Haddad", since=november(17))
    of_els(office, 1002, "Bilal", since=november(9))
    of_els(office, 1003, None, since=november(18))
    for chat_id, to in ((1004, "omar"), (1005, "omar")):
        learner = add_learner(office, chat_id)
        add(office, Caseload(staff_id=to, learner_id=learner.id, since=november(18)))
        add(office, HandOver(learner_id=learner.id, from_id="els", to_id=to, by_id="els", at=november(18)))
    came_back = HandOver(learner_id="learner1002", from_id="els", to_id="omar", by_id="els", at=november(18))
    add(office, came_back)
    found = told(office)
    assert {named.name for named in found.joined} == {"Amina", None}
    assert found.gone == (Gone("Omar", 2),)
    assert told(office, since=MONDAY, now=MONDAY + timedelta(days=7)).is_empty


def test_a_lead_reads_of_all_calls_and_of_who_has_nobody(office: Store) -> None:
    add(office, staff_row("ines", role="lead"))
    practises(office, of_els(office, 1001, "Amina"), november(17))
    add(office, Alert(id="a1", learner_id="learner1001", flag="x", shows="call", at=november(20)))
    add_learner(office, 1002, name="Nobody's")
    for number in (1001, 1002):
        add(office, Message(id=f"m{number}", learner_id=f"learner{number}", text="?", at=november(17)))
    found = told(office, "ines")
    assert len(found.calls) == 1
    assert (keys(found.messages), found.good_news) == ([("Nobody's", ["waits"])], ())


def test_a_stand_in_reads_of_the_absent_apart(office: Store) -> None:
    with office.writing() as session:
        els = session.get_one(Staff, "els")
        els.stand_in_id, els.absent_until = "omar", MONDAY + timedelta(days=7)
    practises(office, of_els(office, 1001, "Amina"), november(17))
    assert told(office, "omar").is_empty
    assert not told(office, "els").is_empty


def test_as_many_statements_for_many_learners_as_for_few(office: Store) -> None:
    for number in range(2):
        practises(office, of_els(office, 1001 + number, f"L{number}"), november(17))
    published_course(office, MONDAY)
    numbers = []
    for more in (0, 8):
        for number in range(more):
            practises(office, of_els(office, 2001 + number, f"M{number}"), november(17), november(18))
        with statements(office) as asked:
            told(office)
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]
    assert numbers[0] < 60
