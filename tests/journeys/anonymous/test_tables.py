"""The anonymous report as tables: the largest first, those who are few together and last."""

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogue.course import Course
from bot.i18n import Part, Text, Verbatim
from bot.journeys.anonymous import Period, Report, Table, tables
from bot.journeys.anonymous.found import FieldCount, UnitShare
from bot.learning.disclosure import Parts
from bot.store import Store
from bot.store.steps import Kind
from tests.fakes.course import published_course
from tests.fakes.stores import BEGINNING

NOTHING = Report(
    Period(date(2026, 10, 1), date(2026, 10, 31)),
    *(None,) * 9,
    practised=(),
    hard=(),
    topics=(),
    steps=dict.fromkeys(Kind),
    skills=(),
)
OTHERS: Part = Text("console.reports.others")


@pytest.fixture
def course(sqlite_store: Store) -> Course:
    return published_course(sqlite_store, BEGINNING)


def named(report: Report, course: Course) -> dict[str, Table]:
    return {table.name: table for table in tables(report, course, str.upper)}


def test_where_nothing_may_be_told_there_are_no_lines_but_for_what_is_always_asked(course: Course) -> None:
    found = named(NOTHING, course)
    assert {name for name, table in found.items() if table.lines} == {"numbers", "steps"}
    assert {numbers for name in ("numbers", "steps") for _, numbers in found[name].lines} == {(None,)}


def test_parts_come_by_size_and_levels_in_their_order(course: Course) -> None:
    parts = Parts({"tr": 5, "ar": 9, "fa": 9}, 7)
    levels, sectors = Parts({"A1": 5, "pre-A1": 6}, 0), Parts({"shared": 6, "care": 8, "gone": 5}, 0)
    found = named(replace(NOTHING, languages=parts, levels=levels, sectors=sectors), course)
    languages = (*((Verbatim(code), (number,)) for code, number in (("AR", 9), ("FA", 9), ("TR", 5))), (OTHERS, (7,)))
    assert found["languages"].lines == languages
    assert found["levels"].lines == ((Verbatim("pre-A1"), (6,)), (Verbatim("A1"), (5,)))
    care = next(sector.name for sector in course.region.sectors if sector.id == "care")
    none = Text("console.reports.no_sector")
    assert [part for part, _ in found["sectors"].lines] == [care, none, Verbatim("gone")]


def test_units_and_skills_have_their_names_and_numbers(course: Course) -> None:
    unit, field = course.units["construction.gear"], course.skill_fields["building"]
    shares, skills = (UnitShare(unit, 40),), (FieldCount(field, 12, 5), FieldCount(field, 6, None))
    found = named(replace(NOTHING, practised=shares, hard=shares, skills=skills, topics=(("contract", 8),)), course)
    assert found["practised"].lines == found["hard"].lines == ((unit.title, (40,)),)
    assert found["skills"].lines == ((field.name, (12, 5)), (field.name, (6, None)))
    assert len(found["skills"].heads) == 2
    everywhere = FieldCount(course.skill_fields["talking"], 7, None)
    [(_, numbers)] = named(replace(NOTHING, skills=(everywhere,)), course)["skills"].lines
    assert numbers == (7, Text("console.reports.everywhere"))
    assert found["topics"].lines == ((Text("topic.contract"), (8,)),)
