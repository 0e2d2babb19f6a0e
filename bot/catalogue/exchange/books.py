"""Writing workbooks to be filled in: a sheet a type, drop-downs where values are few, and one that explains it all."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from bot.catalogue.exchange import columns, workbooks
from bot.catalogue.exchange.columns import Column
from bot.catalogue.exchange.flat import NAME, general
from bot.catalogue.exchange.grids import LONGEST
from bot.catalogue.exchange.sheets import Table
from bot.i18n import Part, Text

ROOM = 1_000
"""Rows with drop-downs, beyond those that are there."""
LONGEST_LIST = 255
"""Characters that Excel takes in a drop-down of its own."""
WIDTHS = (34, 26, 22, 16)
WIDTH = 30
AS_TEXT = "@"
"""Without it Excel makes numbers of hours, and days of fractions."""


@dataclass(frozen=True)
class Explainer:
    """The words of the sheet that explains the others.

    Attributes:
        say: says a message.
        label: tells what a field is; by the type, the names of the fields that it stands in, and its own name.
    """

    say: Callable[[Part], str]
    label: Callable[[str, Sequence[str], str], str]


def written(tables: Sequence[Table], packs: Collection[str], explainer: Explainer) -> bytes:
    """A workbook with these sheets.

    Args:
        tables: what they hold.
        packs: what stands in the drop-down of packs.
        explainer: explains the columns.
    """
    book = Workbook()
    _instructions(book.active, tables, explainer)
    for table in tables:
        _fill(book.create_sheet(table.type), table, packs)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _instructions(page: Any, tables: Sequence[Table], explainer: Explainer) -> None:
    page.title = workbooks.INSTRUCTIONS
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 34, 100
    page.append([explainer.say(Text("console.export.sheet.title"))])
    for line in explainer.say(Text("console.export.sheet.how")).splitlines():
        page.append(["", line])
    for head in columns.LEADING:
        page.append([head, explainer.say(Text(f"console.export.sheet.column.{head}"))])
    for row in _explained(tables, explainer):
        page.append(row)
    for head, said in page.iter_rows(max_col=2):
        head.font, said.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")


def _explained(tables: Sequence[Table], explainer: Explainer) -> Iterator[tuple[str, str]]:
    """Every column with what it is for; of those that differ by their part alone only the first."""
    seen: set[str] = set()
    for table in tables:
        for column in table.columns:
            if general(column.head) not in seen:
                seen.add(general(column.head))
                yield column.head, _told(table.type, column, explainer)


def _told(type_name: str, column: Column, explainer: Explainer) -> str:
    *holders, name = column.head.split(".")
    if name == NAME:
        said = explainer.say(Text("console.export.sheet.name"))
    else:
        said = explainer.label(type_name, holders[::2], name)
    return f"{said}. {explainer.say(Text('console.export.sheet.needed'))}" if column.required else said


def _fill(page: Any, table: Table, packs: Collection[str]) -> None:
    page.freeze_panes = "B2"
    for place in range(1, len(table.heads) + 1):
        column = page.column_dimensions[get_column_letter(place)]
        column.width = WIDTHS[place - 1] if place <= len(WIDTHS) else WIDTH
        column.number_format = AS_TEXT
    for number, line in enumerate(table.lines(), start=1):
        for place, words in enumerate(line, start=1):
            if words:
                _write(page.cell(number, place), words)
    for cell in page[1]:
        cell.font = Font(bold=True)
    last = len(table.rows) + ROOM
    _drop_down(page, columns.LEADING.index("pack") + 1, sorted(packs), last)
    for place, column in enumerate(table.columns, start=len(columns.LEADING) + 1):
        _drop_down(page, place, column.values, last)


def _write(cell: Any, words: str) -> None:
    """Words as words, whatever they begin with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)[:LONGEST]
    cell.data_type, cell.number_format = "s", AS_TEXT


def _drop_down(page: Any, place: int, values: Sequence[str], last: int) -> None:
    listed = ",".join(values)
    if values and len(listed) <= LONGEST_LIST:
        letter = get_column_letter(place)
        choice = DataValidation("list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
        choice.add(f"{letter}2:{letter}{last}")
        page.add_data_validation(choice)
