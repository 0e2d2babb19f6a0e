"""/reports: the anonymous report on some months, drawn, with a table behind each figure; and as a file."""

from collections.abc import Iterator, Sequence
from datetime import date

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.console.figures import About, Drawn, Mark, bars
from bot.console.files import Sheet, csv_answer
from bot.console.files.sheet import written
from bot.console.page import ADMINISTERING, COUNSELLING, LEADING, Page
from bot.console.visit import Visit
from bot.i18n import Text
from bot.journeys.anonymous import Number, Period, Table, last_months, months, period, report, tables
from bot.journeys.tables import Cell

MAY_READ = LEADING | ADMINISTERING
IN_PERCENT = ("practised", "hard")

MOST_BARS = 10
"""The table behind a figure holds the others too."""


def arrive(visit: Visit) -> Response:
    """Lead on to what somebody may see."""
    return RedirectResponse("/reports/numbers" if visit.member.role in MAY_READ else "/reports/learners", 303)


def show(visit: Visit) -> Response:
    """The report; of the last months, if none were chosen."""
    asked = _period(visit)
    visit.detail.update(_kept(asked))
    numbers, *others = (_drawn(visit, table) for table in _tables(visit, asked))
    return visit.page(
        "reports.html",
        begin=visit.formats.month(asked.first),
        end=visit.formats.month(asked.last),
        months=[(f"{month:%Y-%m}", visit.formats.month(month)) for month in months(_today(visit))],
        chosen=_kept(asked),
        numbers=numbers,
        figures=others,
        most=MOST_BARS,
        lists=visit.member.role in COUNSELLING,
    )


def as_csv(visit: Visit) -> Response:
    """All tables of the report below each other."""
    asked = _period(visit)
    visit.detail.update(_kept(asked), format="csv")
    heads = tuple(visit.say(Text(f"console.reports.file.{name}")) for name in ("table", "row", "what", "number"))
    rows = written(_lines(_tables(visit, asked)), visit.say, nothing=visit.words("console.reports.too_few"))
    name = f"{visit.words('console.reports.file_name')}-{asked.first:%Y-%m}-{asked.last:%Y-%m}"
    return csv_answer(Sheet(name, heads, rows), visit.formats.locale)


def _period(visit: Visit) -> Period:
    """The period of the address. Raises HTTPException (404) when it is none that can be chosen."""
    begin, end, today = visit.query("from"), visit.query("to"), _today(visit)
    found = period(begin, end, today) if begin or end else last_months(today)
    if found is None:
        raise HTTPException(404)
    return found


def _today(visit: Visit) -> date:
    return visit.now.astimezone(visit.zone).date()


def _kept(asked: Period) -> dict[str, str]:
    return {"from": f"{asked.first:%Y-%m}", "to": f"{asked.last:%Y-%m}"}


def _tables(visit: Visit, asked: Period) -> Sequence[Table]:
    course = visit.desk.courses.current()
    found = report(visit.desk.store, course, visit.member.organisation_id, asked)
    return tables(found, course, lambda code: visit.desk.catalogues.language_name(code, visit.language))


def _lines(found: Sequence[Table]) -> Iterator[tuple[Cell, ...]]:
    """The tables as lines: which table, which row, what is counted, and the number."""
    for table in found:
        for counted, numbers in table.lines:
            each = zip(table.heads, numbers, strict=True)
            yield from ((table.title, counted, head, number) for head, number in each)


def _drawn(visit: Visit, table: Table) -> Drawn:
    about = About(table.name, visit.say(table.title), visit.say(Text(f"console.reports.about.{table.name}")))
    marks = [_mark(visit, table, visit.say(counted), *numbers) for counted, numbers in table.lines]
    heads = [visit.say(head) for head in (table.first, *table.heads)]
    return Drawn(about, heads, marks, bars(about, marks[:MOST_BARS], 100 if table.name == "hard" else None))


def _mark(visit: Visit, table: Table, label: str, number: Number, *unused: Number) -> Mark:
    word = [_unused(visit, table, one) for one in unused]
    return Mark(label, number if isinstance(number, int) else 0, _said(visit, table, number), *word)


def _unused(visit: Visit, table: Table, number: Number) -> str:
    said = _said(visit, table, number)
    return said if isinstance(number, Text) else visit.words("console.reports.unused", number=said)


def _said(visit: Visit, table: Table, number: Number) -> str:
    if not isinstance(number, int):
        return visit.say(number or Text("console.reports.too_few"))
    return visit.formats.percent(number / 100) if table.name in IN_PERCENT else visit.formats.number(number)


PAGES = (
    Page("/reports", arrive, may=COUNSELLING | MAY_READ),
    Page("/reports/numbers", show, may=MAY_READ, noted="report.read"),
    Page("/reports/numbers.csv", as_csv, may=MAY_READ, noted="report.taken"),
)
