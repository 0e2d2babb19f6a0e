"""The anonymous report as tables: the page draws them, and a file holds the same."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.catalogue.course import Course
from bot.i18n import Part, Text, Verbatim
from bot.journeys.anonymous.found import Report, UnitShare
from bot.journeys.tables import Names
from bot.learning.disclosure import Parts
from bot.learning.levels import LEVELS
from bot.learning.syllabus import SHARED

PEOPLE = Text("console.reports.head.people")

EVERYWHERE = Text("console.reports.everywhere")

Number = int | Text | None
"""A number, words in its place, or None: it is too few people."""

Line = tuple[Part, tuple[Number, ...]]
"""What is counted, and its numbers."""


@dataclass(frozen=True)
class Table:
    """A table: ``name`` tells it from others, ``first`` and ``heads`` are what stands above the lines."""

    name: str
    title: Text
    first: Text
    heads: tuple[Text, ...]
    lines: tuple[Line, ...]


def tables(report: Report, course: Course, names: Names) -> tuple[Table, ...]:
    """Return the tables, those without lines too: where nothing may be told, the reader should know that."""
    return (
        _table("numbers", (Text("console.reports.head.number"),), _numbers(report)),
        _table("languages", (PEOPLE,), _parts(report.languages, lambda code: Verbatim(names(code)))),
        _table("sectors", (PEOPLE,), _parts(report.sectors, _sectors(course))),
        _table("levels", (PEOPLE,), _parts(report.levels, Verbatim, LEVELS)),
        _table("practised", (Text("console.reports.head.of_answers"),), _units(report.practised)),
        _table("hard", (Text("console.reports.head.right"),), _units(report.hard)),
        _table("topics", (PEOPLE,), ((Text(f"topic.{topic}"), (number,)) for topic, number in report.topics)),
        _table("steps", (PEOPLE,), ((Text(f"steps.button.{kind}"), (one,)) for kind, one in report.steps.items())),
        _table("skills", (PEOPLE, Text("console.reports.head.unused")), _skills(report)),
    )


def _table(name: str, heads: tuple[Text, ...], lines: Iterable[Line]) -> Table:
    title, first = Text(f"console.reports.table.{name}"), Text(f"console.reports.of.{name}")
    return Table(name, title, first, heads, tuple(lines))


def _numbers(report: Report) -> Iterator[Line]:
    for what in ("active", "newcomers", "lessons", "answers", "confirmed", "check_ins"):
        yield Text(f"console.reports.number.{what}"), (getattr(report, what),)


def _parts(parts: Parts | None, name: Callable[[str], Part], order: Iterable[str] = ()) -> Iterator[Line]:
    """The largest first, or in a given order; what may not be named comes last, together."""
    if parts is None:
        return
    largest_first = sorted(parts.shown, key=lambda key: (-parts.shown[key], key))
    ordered = [key for key in order if key in parts.shown] or largest_first
    yield from ((name(key), (parts.shown[key],)) for key in ordered)
    if parts.others:
        yield Text("console.reports.others"), (parts.others,)


def _sectors(course: Course) -> Callable[[str], Part]:
    named: dict[str, Part] = {sector.id: sector.name for sector in course.region.sectors}
    none = Text("console.reports.no_sector")
    return lambda sector: named.get(sector, none if sector == SHARED else Verbatim(sector))


def _units(shares: Iterable[UnitShare]) -> Iterator[Line]:
    return ((share.unit.title, (share.percent,)) for share in shares)


def _skills(report: Report) -> Iterator[Line]:
    return ((one.field.name, (one.people, EVERYWHERE if one.everywhere else one.unused)) for one in report.skills)
