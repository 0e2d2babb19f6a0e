"""The anonymous report: what it counts, and that nothing of few people is in it."""

from datetime import date
from typing import Any

import pytest

from bot.catalogue.course import Course
from bot.journeys.anonymous import Period, Report, report
from bot.learning.disclosure import Parts
from bot.store import Store
from bot.store.steps import Kind
from bot.store.tables import CheckIn, Learner, SkillHeld, StepTaken, TipShown
from tests.fakes.course import published_course
from tests.fakes.statements import statements
from tests.fakes.stores import HOME, add
from tests.store.tallies.rows import LATER, MIDDLE, SECOND, learner, practise, strangers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
GEAR, SIGNALS = "construction.gear", "construction.signals"


@pytest.fixture
def course(store: Store) -> Course:
    return published_course(store, LATER)


def several(store: Store, number: int, first: int = 1, **changes: Any) -> list[Learner]:
    return [learner(store, first + place, **changes) for place in range(number)]


def asking(course: Course, unit: str) -> list[str]:
    return [item.id for item in course.items.values() if item.unit == unit and item.type not in ("meet", "mission")]


def october(store: Store, course: Course) -> Report:
    return report(store, course, HOME, OCTOBER)


def test_a_quiet_month_tells_nothing(store: Store, course: Course) -> None:
    for who in (*several(store, 4), *strangers(store)):
        practise(store, who, *asking(course, GEAR)[:2])
    found = october(store, course)
    numbers = (found.active, found.newcomers, found.lessons, found.answers, found.confirmed, found.check_ins)
    assert numbers == (None,) * 6
    assert (found.languages, found.sectors, found.levels) == (None, None, None)
    assert (found.practised, found.hard, found.topics, found.skills) == ((), (), (), ())
    assert set(found.steps.values()) == {None}


def test_people_are_counted_by_what_they_are_and_few_go_together(store: Store, course: Course) -> None:
    groups: list[tuple[int, dict[str, Any]]] = [
        (6, {"language": "ar"}),
        (5, {"language": "tr", "sector": None}),
        (2, {"language": "uk", "level": "A1"}),
    ]
    first = 1
    for number, changes in groups:
        for who in several(store, number, first, **changes):
            practise(store, who, asking(course, GEAR)[0])
        first += number
    found = october(store, course)
    assert (found.active, found.lessons, found.answers) == (13, 13, 13)
    assert found.languages == Parts({"ar": 6}, 7)
    assert found.sectors == Parts({"construction": 8, "shared": 5}, 0)
    assert found.levels is None


def test_newcomers_and_check_ins(store: Store, course: Course) -> None:
    for who in several(store, 5, enrolled_at=MIDDLE):
        add(store, CheckIn(id=who.id, learner_id=who.id, asked_at=MIDDLE, mood=1, answered_at=MIDDLE))
    found = october(store, course)
    assert (found.newcomers, found.check_ins, found.active) == (5, 5, None)


def test_units_are_told_by_parts_of_the_answers(store: Store, course: Course) -> None:
    gear, signals, roof = (asking(course, unit) for unit in (GEAR, SIGNALS, "construction.height"))
    learners = several(store, 6)
    for place, who in enumerate(learners):
        practise(store, who, *gear[:3])
        if place < 5:
            practise(store, who, signals[0], at=MIDDLE + SECOND, right=place == 0)
        if place < 4:
            practise(store, who, *roof[:2], at=MIDDLE + 2 * SECOND, right=False)
    found = october(store, course)
    # 18 answers to gear, 5 to signals, 8 to what four people practised.
    assert [(one.unit.id, one.percent) for one in found.practised] == [(GEAR, 58), (SIGNALS, 16)]
    assert [(one.unit.id, one.percent) for one in found.hard] == [(SIGNALS, 20)]


@pytest.mark.parametrize("right", [True, False])
def test_where_all_answers_are_alike_it_is_not_told_how(store: Store, course: Course, right: bool) -> None:
    for who in several(store, 6):
        practise(store, who, asking(course, GEAR)[0], right=right)
    found = october(store, course)
    assert [one.unit.id for one in found.practised] == [GEAR]
    assert found.hard == ()


def test_what_is_only_shown_is_no_answer_to_a_unit(store: Store, course: Course) -> None:
    [meet, *_] = [item for item in course.items.values() if item.type == "meet"]
    for who in several(store, 5):
        practise(store, who, meet.id)
    assert october(store, course).practised == ()


def test_topics_and_steps_are_told_of_five_people(store: Store, course: Course) -> None:
    [first, *others] = [tip for tip in course.all_tips.values() if tip.topic == "contract"]
    [other] = [tip for tip in course.all_tips.values() if tip.topic == "transport"][:1]
    for place, who in enumerate(several(store, 6)):
        add(store, *(TipShown(learner_id=who.id, tip_id=tip.id, at=MIDDLE) for tip in (first, *others)))
        kinds = [Kind.WORK] + ([Kind.TRAINING] if place < 5 else []) + ([Kind.DIPLOMA] if place < 4 else [])
        if place < 4:
            add(store, TipShown(learner_id=who.id, tip_id=other.id, at=MIDDLE))
        for kind in kinds:
            add(store, StepTaken(id=f"{place}{kind}", learner_id=who.id, kind=kind.value, day=MIDDLE.date()))
    found = october(store, course)
    assert found.topics == (("contract", 6),)
    assert found.steps == {Kind.WORK: 6, Kind.TRAINING: 5, Kind.BUSINESS: None, Kind.DIPLOMA: None}


UNUSED = [
    (["job.care.care_helper"] * 6, 6),
    (["job.construction.roofer"] * 6, None),
    ([None] * 6, None),
    # Five and one: of the one it would be known that they work towards building.
    (["job.care.care_helper"] * 5 + [None], None),
    (["job.care.care_helper"] * 5 + [None] * 5, 5),
    (["job.care.care_helper"] * 4 + [None] * 5, None),
]


@pytest.mark.parametrize(("jobs", "unused"), UNUSED)
def test_skills_lie_unused_where_the_target_job_is_in_a_sector_that_does_not_use_them(
    store: Store, course: Course, jobs: list[str | None], unused: int | None
) -> None:
    assert {job for job in jobs if job} <= course.jobs.keys()
    for place, job in enumerate(jobs):
        who = learner(store, place, target_job=job)
        for card in ("skill.building.walls", "skill.talking.languages"):
            add(store, SkillHeld(id=f"{place}{card}"[:24], learner_id=who.id, skill_id=card, source="card", at=MIDDLE))
    found = {one.field.id: (one.people, one.unused) for one in october(store, course).skills}
    # What is used everywhere lies unused nowhere.
    assert found == {"building": (len(jobs), unused), "talking": (len(jobs), None)}


def test_it_asks_the_database_as_often_of_many_as_of_few(store: Store, course: Course) -> None:
    several(store, 2)
    with statements(store) as few:
        october(store, course)
    for who in several(store, 30, 10):
        practise(store, who, asking(course, GEAR)[0])
    with statements(store) as many:
        october(store, course)
    assert len(many) == len(few)
