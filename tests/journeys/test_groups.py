"""A group in figures: of those who share, and nobody is named."""

from datetime import UTC, datetime

import pytest

from bot.catalogue.course import Course
from bot.journeys import consent
from bot.journeys.groups import Overview, overview
from bot.learning.growth import MOST_WEEKS
from bot.store import Store
from bot.store.tables import Learner
from tests.fakes.course import published_course
from tests.fakes.statements import statements
from tests.fakes.stores import add_learner
from tests.journeys.practised import an_item, practise, remember, share

NOW = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, NOW)


def join(store: Store, number: int, shares: bool | None = True, notice: str = consent.NOTICE) -> Learner:
    learner = add_learner(store, number)
    if shares is not None:
        share(store, learner, shares, notice)
    return learner


def seen(store: Store, course: Course, *learners: Learner) -> Overview:
    return overview(store, course, learners, NOW)


def test_who_keeps_it_to_themselves_is_counted_and_in_no_figure(store: Store, course: Course) -> None:
    learners = [join(store, 1), join(store, 2, shares=False), join(store, 3, shares=None)]
    for learner in learners:
        practise(store, learner, an_item(course), NOW)
        remember(store, learner, NOW, an_item(course))
    found = seen(store, course, *learners)
    assert (found.sharing, found.to_themselves) == (1, 2)
    assert (len(found.weeks), found.weeks[-1].people, found.weeks[-1].days) == (MOST_WEEKS, 1, 1)
    assert [(one.begun, one.held) for one in found.units] == [(1, 0)]


def test_learners_of_other_groups_are_in_no_figure(store: Store, course: Course) -> None:
    mine, other = join(store, 1), join(store, 2)
    practise(store, other, an_item(course), NOW)
    found = seen(store, course, mine)
    assert (found.sharing, found.weeks[-1].people, found.units) == (1, 0, ())


def test_a_unit_is_held_by_those_for_whom_it_holds(store: Store, course: Course) -> None:
    unit = course.items[an_item(course)].unit
    items = [item.id for item in course.items.values() if item.unit == unit]
    whole, beginning = join(store, 1), join(store, 2)
    remember(store, whole, NOW, *items)
    remember(store, beginning, NOW, an_item(course))
    (found,) = seen(store, course, whole, beginning).units
    assert (found.unit, found.begun, found.held) == (course.units[unit], 2, 1)


def test_who_agreed_before_units_were_told_of_shares_their_days_alone(store: Store, course: Course) -> None:
    learners = [join(store, number, notice="2026-11") for number in range(1, 6)]
    for learner in learners:
        practise(store, learner, an_item(course), NOW, grade="wrong")
        remember(store, learner, NOW, an_item(course))
    found = seen(store, course, *learners)
    assert (found.sharing, found.in_detail, found.weeks[-1].people) == (5, 0, 5)
    assert (found.units, found.hard) == ((), ())


@pytest.mark.parametrize(("sharing", "told"), [(5, True), (4, False)])
def test_a_hard_item_is_told_when_five_who_share_answered_it(
    store: Store, course: Course, sharing: int, told: bool
) -> None:
    learners = [join(store, number, shares=number <= sharing) for number in range(1, 6)]
    for learner in learners:
        practise(store, learner, an_item(course), NOW, grade="wrong")
    assert seen(store, course, *learners).hard == ((course.items[an_item(course)],) if told else ())


def test_practice_of_eight_weeks_counts_and_no_more(store: Store, course: Course) -> None:
    learner = join(store, 1)
    for days_ago in (51, 58):
        practise(store, learner, an_item(course), NOW, days_ago)
    assert sum(week.days for week in seen(store, course, learner).weeks) == 1


def test_a_group_without_members_has_figures_too(store: Store, course: Course) -> None:
    found = seen(store, course)
    assert (found.sharing, found.to_themselves, found.units, found.hard) == (0, 0, (), ())


def test_it_asks_the_same_number_of_questions_of_one_and_of_many(store: Store, course: Course) -> None:
    learners = [join(store, number) for number in range(1, 7)]
    for learner in learners:
        practise(store, learner, an_item(course), NOW)
    for looked_at in (learners[:1], learners):
        with statements(store) as asked:
            seen(store, course, *looked_at)
        assert len(asked) == 3
