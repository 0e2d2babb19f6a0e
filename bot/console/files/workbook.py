"""XLSX: words are written as words, whatever they begin with, and numbers as numbers."""

from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from bot.console.files.sheet import Sheet, Value

LONGEST = 32_767
"""Characters that Excel takes in a cell."""

LONGEST_NAME = 31
"""Characters of the name of a sheet."""

WIDTH = 22
"""Characters of a column."""


def write(sheet: Sheet, file: IO[bytes]) -> None:
    """Write a workbook of one sheet, row by row: what was written is on disk, not in memory."""
    book = Workbook(write_only=True)
    page: Any = book.create_sheet(sheet.name[:LONGEST_NAME])
    page.freeze_panes = "A2"
    for number in range(len(sheet.heads)):
        page.column_dimensions[get_column_letter(number + 1)].width = WIDTH
    page.append([_cell(page, head, head_line=True) for head in sheet.heads])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])
    book.save(file)


def _cell(page: Any, value: Value, head_line: bool = False) -> Any:
    if value == "":
        return None
    cell = WriteOnlyCell(page, value[:LONGEST] if isinstance(value, str) else value)
    if isinstance(value, str):
        # openpyxl takes what begins with = for a formula, and #N/A for an error.
        cell.data_type = "s"
    if head_line:
        cell.font = Font(bold=True)
    return cell
