"""Files as answers of the console: they go out while they are written, or from a file that is gone afterwards."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO

from babel import Locale
from starlette.responses import Response, StreamingResponse

from bot.console.files import comma, workbook
from bot.console.files.sheet import Sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

PIECE = 64 * 1024
"""Bytes of a workbook that are sent together."""


def csv_answer(sheet: Sheet, locale: Locale) -> Response:
    """The table as CSV. Where numbers have a comma, a semicolon parts the columns: Excel expects that there."""
    separator = ";" if locale.number_symbols["latn"]["decimal"] == "," else ","
    return StreamingResponse(comma.lines(sheet, separator), 200, _named(sheet, "csv"), "text/csv; charset=utf-8")


def xlsx_answer(sheet: Sheet) -> Response:
    """The table as a workbook, which is complete before the first byte goes out."""
    # Closed, and so gone, when its last piece is out, or nobody waits for it any more.
    file = TemporaryFile()  # noqa: SIM115
    workbook.write(sheet, file)
    return StreamingResponse(_pieces(file), 200, _named(sheet, "xlsx"), XLSX)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _named(sheet: Sheet, ending: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{sheet.name}.{ending}"'}
