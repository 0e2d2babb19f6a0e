"""Reading workbooks (XLSX): every sheet as a grid, row by row. What a program would calculate is not taken."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from bot.catalogue.exchange.archives import unpacked
from bot.catalogue.exchange.columns import is_day
from bot.catalogue.exchange.faults import Fault, Place, Refused
from bot.catalogue.exchange.grids import MOST_COLUMNS, MOST_ROWS, Grid
from bot.i18n import Part, Text

INSIDE = "xl/workbook.xml"
"""Stands in every workbook."""
INSTRUCTIONS = "uitleg"
"""The sheet that explains the others."""
MOST_SHEETS = 50

PLAIN = re.compile(r"General|@|[#0.,]+")
"""Formats under which a number looks as it was typed: no percentage, no amount, no fraction."""
RETURN = re.compile(r"(\r|_x000D_)\n?", re.IGNORECASE)
"""The end of a line as other programs write it; the second stands in XML."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z0-9:]{1,30})\"")


def grids(archive: ZipFile, content: bytes, faults: list[Fault]) -> Iterator[Grid]:
    """Yield the sheets of a workbook; cells that were merged are among the faults.

    Args:
        archive: the workbook as a zip file that was looked through.
        content: the same, as it came.
        faults: where faults go.

    Raises:
        Refused: it cannot be read.
    """
    book = _opened(content)
    if len(book.worksheets) > MOST_SHEETS:
        raise Refused(Text("console.import.fault.too_many_sheets", {"most": MOST_SHEETS}))
    for page in book.worksheets:
        merged = _MERGED.findall(unpacked(archive, str(getattr(page, "_worksheet_path", ""))))
        where = (Place(page.title, cells.decode()) for cells in merged)
        faults += [Fault(one, Text("console.import.fault.merged")) for one in where]
        yield Grid(page.title, _rows(page), min(page.max_row or 0, MOST_ROWS))


def _opened(content: bytes) -> Any:
    try:
        return load_workbook(BytesIO(content), read_only=True, keep_links=False)
    except Exception as error:
        # Made by hand or cut off, a workbook fails in as many ways as openpyxl has lines.
        raise Refused(Text("console.import.fault.broken_workbook")) from error


def _rows(page: Any) -> Iterator[Sequence[str | Part]]:
    """The rows as far as there are any: what a sheet says of its own size is not believed."""
    try:
        page.reset_dimensions()
        heads: Sequence[str | Part] = ()
        for row in page.iter_rows(max_row=MOST_ROWS + 1):
            cells = _without_end(
                [_taken(cell, place < len(heads) and is_day(heads[place])) for place, cell in enumerate(row)]
            )
            heads = heads or cells
            yield cells
    except Refused:
        raise
    except Exception as error:
        raise Refused(Text("console.import.fault.broken_workbook"), page.title) from error


def _without_end(row: list[str | Part]) -> Sequence[str | Part]:
    while row and row[-1] == "":
        row.pop()
    if len(row) > MOST_COLUMNS:
        raise Refused(Text("console.import.fault.too_many_columns", {"most": MOST_COLUMNS}))
    return row


def _taken(cell: Any, in_days: bool) -> str | Part:
    """The words of a cell, as they are to be read; or why they are not taken.

    A day is one ``in_days`` alone: elsewhere somebody typed "1/2", and the spreadsheet made a day of it.
    """
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Text("console.import.fault.formula")
    if cell.data_type == "e":
        return Text("console.import.fault.error_value")
    if isinstance(value, bool):
        # Excel writes the word true in capitals, and means this.
        return str(value).lower()
    if isinstance(value, datetime | date) and in_days:
        return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, int | float) and PLAIN.fullmatch(cell.number_format):
        return str(int(value)) if float(value).is_integer() else str(value)
    if not isinstance(value, str):
        return Text("console.import.fault.time")
    return RETURN.sub("\n", value)
