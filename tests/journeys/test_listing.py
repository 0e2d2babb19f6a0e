"""The list that leaves Werkmaat: it tells of each learner what the programs of others are told, batch by batch."""

from datetime import timedelta

import pytest

from bot.catalogue.course import Course
from bot.i18n import Text, Verbatim
from bot.journeys import outside
from bot.journeys.listing import BATCH, Listing, columns
from bot.store import Store
from bot.store.tables import Card, Caseload, Consent, Learner, Mission, Staff
from tests.fakes.course import published_course
from tests.fakes.statements import statements
from tests.fakes.stores import BEGINNING, add, add_learner, staff_row
from tests.store.tallies.rows import practise

DAY = timedelta(days=1)
NOW = BEGINNING + 60 * DAY


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, BEGINNING)


@pytest.fixture
def lead(store: Store) -> Staff:
    member = staff_row("wim", role="lead")
    add(store, member)
    return member


def agreed(store: Store, number: int, **changes: object) -> Learner:
    learner = add_learner(store, number, **changes)
    kinds = ("sharing", "export")
    add(store, *(Consent(learner_id=learner.id, kind=kind, given=True, notice="n", at=BEGINNING) for kind in kinds))
    return learner


def live(store: Store, course: Course, learner: Learner, days: int) -> None:
    """Some weeks of practice, with items that hold, and a mission."""
    gear = [item.id for item in course.items.values() if item.unit == "construction.gear"][:days]
    for day, item in enumerate(gear):
        practise(store, learner, item, at=NOW - (day * 9 + 1) * DAY)
        strong = {"state": 2, "step": None, "stability": 100.0, "difficulty": 5.0}
        add(store, Card(learner_id=learner.id, item_id=item, due_at=NOW, last_review_at=NOW - DAY, **strong))
    weak = {"state": 2, "step": None, "stability": 3.0, "difficulty": 5.0}
    add(store, Card(learner_id=learner.id, item_id="weak", due_at=NOW, last_review_at=NOW - DAY, **weak))
    mission = {"item_id": "m", "revision": 1, "taken_on_at": BEGINNING, "done_at": BEGINNING}
    confirmed = BEGINNING if days > 2 else None
    add(store, Mission(id=f"m{learner.id}", learner_id=learner.id, state="done", confirmed_at=confirmed, **mission))


def test_of_each_learner_it_tells_the_same_as_is_told_of_one(store: Store, course: Course, lead: Staff) -> None:
    learners = {(one := agreed(store, number)).id: one for number in range(4)}
    for days, learner in enumerate(learners.values()):
        if days:
            live(store, course, learner, days)
    found = {row.learner.id: row.told for row in Listing(store, course, lead, NOW).rows()}
    assert found == {key: outside.told(store, course, one, NOW) for key, one in learners.items()}
    assert found["learner3"].strengths == ("construction.gear",)
    assert (found["learner3"].days_in_28, found["learner3"].lessons, found["learner3"].confirmed) == (3, 3, 1)


def test_the_columns_are_those_that_the_question_names(store: Store, course: Course, lead: Staff) -> None:
    amina = agreed(store, 1, sector=None, level="A1")
    live(store, course, amina, 3)
    agreed(store, 2, name=None)
    add(store, Caseload(staff_id=lead.id, learner_id=amina.id, since=BEGINNING))
    described = columns(course, {"ar": "Arabic"}.__getitem__)
    unnamed, named = ([column.of(row) for column in described] for row in Listing(store, course, lead, NOW).rows())
    gear = course.units["construction.gear"].title
    nobody = Text("console.reports.no_sector")
    assert named == [
        *(Verbatim("Amina"), Verbatim("Arabic"), nobody, Verbatim("A1"), 3, 3, 1, 1, (gear,)),
        (Verbatim("Wim"),),
    ]
    construction = next(sector.name for sector in course.region.sectors if sector.id == "construction")
    assert unnamed == [None, Verbatim("Arabic"), construction, Verbatim("pre-A1"), 0, 0, 0, 0, (), ()]


def test_a_batch_is_read_when_it_is_asked_for_and_costs_the_same(store: Store, course: Course, lead: Staff) -> None:
    for number in range(BATCH + 1):
        agreed(store, number)
    rows = Listing(store, course, lead, NOW).rows()
    with statements(store) as first:
        next(rows)
    with statements(store) as within:
        assert sum(1 for _ in zip(range(BATCH - 1), rows, strict=False)) == BATCH - 1
    with statements(store) as last:
        assert len(list(rows)) == 1
    assert within == []
    # Before the first one it is asked who is in the list.
    assert len(last) == len(first) - 1
    listing = Listing(store, course, lead, NOW)
    assert len(listing.first()) == BATCH
    assert (listing.numbers().listed, listing.numbers().others) == (BATCH + 1, 0)
