"""What the page of today asks of the store: as much for thirty learners as for three, and by an index."""

from datetime import UTC, datetime

import pytest

from bot.catalogue.course import Course
from bot.journeys import consent
from bot.journeys.today import today
from bot.store import Store, attention
from bot.store.learner_list import LearnerList, Sort, Wish
from bot.store.tables import Alert, Staff
from tests.fakes.course import published_course
from tests.fakes.statements import statements
from tests.fakes.stores import BEGINNING, add, staff_row
from tests.fakes.watched import DAY, HARD, add_several, add_watched
from tests.store.test_cost import plans_of

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ITEM = "construction.site.foreman"

FEW_ROWS = ("SCAN staff", "SCAN alert USING INDEX ix_alert_open", "SCAN CONSTANT ROW", "SCAN (subquery")
"""What may be read from end to end: who works here, and the alerts that stand open."""


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, NOW)


def caseload(store: Store, count: int) -> Staff:
    """A counsellor with so many learners, each of whom wrote, has news or went quiet; one asks for a call."""
    lien = staff_row("lien")
    add(store, lien)
    add_several(store, lien, NOW, ITEM, count)
    add(store, Alert(id="a1", learner_id="learner2000", flag="violence", shows="call", at=BEGINNING))
    return lien


def listed(store: Store, member: Staff) -> list[str | None]:
    with store.reading() as session:
        theirs = LearnerList(session, member, NOW, consent.SHARING)
        found = theirs.page(Wish(sort=Sort.PRACTISED)), theirs.count(Wish()), theirs.choices()
    return [one.name for one in found[0]]


def asked(store: Store, course: Course, member: Staff) -> tuple[int, int]:
    """How many statements the page of today and the list take."""
    with statements(store) as of_today:
        today(store, course, member, (), NOW)
    with statements(store) as of_list:
        listed(store, member)
    return len(of_today), len(of_list)


def test_thirty_learners_take_as_many_statements_as_three(store: Store, course: Course) -> None:
    lien = caseload(store, 3)
    of_three = asked(store, course, lien)
    for number in range(27):
        one = add_watched(store, lien, NOW, 3000 + number).agrees().writes(1)
        one.learns(ITEM, HARD if number % 2 else HARD[:3])
    of_thirty = asked(store, course, lien)
    found = today(store, course, lien, (), NOW)
    assert (found.learners, len(found.messages), len(found.quiet) + len(found.good_news)) == (30, 30, 30)
    assert of_thirty == of_three
    assert max(of_thirty) < 20


def test_no_table_of_learners_is_read_from_end_to_end(sqlite_store: Store) -> None:
    course, lien = published_course(sqlite_store, NOW), caseload(sqlite_store, 3)
    for question in (lambda store: today(store, course, lien, (), NOW), lambda store: listed(store, lien)):
        steps = [step for steps in plans_of(sqlite_store, question) for step in steps]
        assert [step for step in steps if step.startswith("SCAN") and not step.startswith(FEW_ROWS)] == []


def test_only_answers_of_the_learners_and_of_the_weeks_asked_for_are_read(store: Store) -> None:
    lien = staff_row("lien")
    add(store, lien)
    add_watched(store, lien, NOW).practises(ITEM, 1, 20)
    add_watched(store, lien, NOW, 1002).practises(ITEM, 2)
    with store.reading() as session:
        found = attention.practised(session, ["learner1001"], NOW - 10 * DAY)
    assert found == {"learner1001": [NOW - DAY]}


def test_misses_are_counted_by_item_from_so_many_on(store: Store) -> None:
    lien = staff_row("lien")
    add(store, lien)
    amina = add_watched(store, lien, NOW).practises(ITEM, 1, 2, right=False).practises(ITEM, 3)
    amina.practises("construction.site.canteen", 1, right=False).practises(ITEM, 60, right=False)
    with store.reading() as session:
        assert attention.missed(session, [amina.id], NOW - 30 * DAY, 2) == {amina.id: {ITEM: 2}}
        assert attention.missed(session, [amina.id], NOW - 90 * DAY, 3) == {amina.id: {ITEM: 3}}


def test_histories_are_those_of_the_items_of_each_learner(store: Store) -> None:
    lien = staff_row("lien")
    add(store, lien)
    amina = add_watched(store, lien, NOW).practises(ITEM, 100).practises(ITEM, 3, right=False).practises("b", 2)
    bilal = add_watched(store, lien, NOW, 1002).practises(ITEM, 4).practises("b", 1)
    with store.reading() as session:
        found = attention.histories(session, {amina.id: [ITEM], bilal.id: ["b"]})
    assert found == {
        amina.id: {ITEM: ((NOW - 100 * DAY, True), (NOW - 3 * DAY, False))},
        bilal.id: {"b": ((NOW - DAY, True),)},
    }


def test_the_first_lesson_is_one_that_was_ended(store: Store) -> None:
    lien = staff_row("lien")
    add(store, lien)
    amina, bilal = add_watched(store, lien, NOW).practises(ITEM, 3, 5), add_watched(store, lien, NOW, 1002)
    with store.reading() as session:
        found = attention.first_lessons(session, [amina.id, bilal.id])
    assert found == {amina.id: NOW - 5 * DAY, bilal.id: None}
