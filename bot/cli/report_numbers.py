"""What learners of an organisation did together in some months: numbers that name nobody."""

from collections.abc import Iterator, Sequence
from typing import Any

import typer

from bot.cli.common import fail, print_json
from bot.cli.report_words import STAFF_LANGUAGE
from bot.i18n import Part, Text
from bot.journeys.anonymous import Number, Period, Table, last_months, period, report, tables
from bot.store.tables import Organisation
from bot.wiring.parts import Parts

TOO_FEW = Text("console.reports.too_few")


def show_numbers(parts: Parts, organisations: Sequence[Organisation], begin: str, end: str, json: bool) -> None:
    """Print the anonymous report of each organisation; of the last three months, when none are named."""
    asked = _period(parts, begin, end)
    found = [(home, _tables(parts, home, asked)) for home in organisations]
    if json:
        print_json([_as_json(parts, home, asked, each) for home, each in found])
        return
    typer.echo("\n\n".join("\n".join(_lines(parts, home, asked, each)) for home, each in found))


def _period(parts: Parts, begin: str, end: str) -> Period:
    today = parts.clock().astimezone(parts.courses.current().region.zone).date()
    found = period(begin, end, today) if begin or end else last_months(today)
    if found is None:
        fail("A period is whole months of the last three years that are over: --from 2026-01 --to 2026-03")
    return found


def _tables(parts: Parts, home: Organisation, asked: Period) -> Sequence[Table]:
    course = parts.courses.current()
    named = report(parts.store, course, home.id, asked)
    return tables(named, course, lambda code: parts.catalogues.language_name(code, STAFF_LANGUAGE))


def _lines(parts: Parts, home: Organisation, asked: Period, found: Sequence[Table]) -> Iterator[str]:
    yield f"{home.name}, {asked.first:%Y-%m} – {asked.last:%Y-%m}"
    for table in found:
        if table.lines:
            yield f"\n{_said(parts, table.title)} ({', '.join(_said(parts, head) for head in table.heads)})"
        for counted, numbers in table.lines:
            yield f"  {_said(parts, counted)}: {', '.join(_number(parts, one) for one in numbers)}"


def _as_json(parts: Parts, home: Organisation, asked: Period, found: Sequence[Table]) -> dict[str, Any]:
    """A number that is not told is null."""
    told = {table.name: [_plain(parts, *line) for line in table.lines] for table in found}
    return {"organisation": home.name, "from": f"{asked.first:%Y-%m}", "to": f"{asked.last:%Y-%m}", "tables": told}


def _plain(parts: Parts, counted: Part, numbers: tuple[Number, ...]) -> list[str | int | None]:
    return [_said(parts, counted), *(_said(parts, one) if isinstance(one, Text) else one for one in numbers)]


def _number(parts: Parts, number: Number) -> str:
    return str(number) if isinstance(number, int) else _said(parts, number or TOO_FEW)


def _said(parts: Parts, part: Part) -> str:
    return parts.catalogues.plain(part, STAFF_LANGUAGE)
