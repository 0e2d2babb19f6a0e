"""CSV that a spreadsheet opens with two clicks, and of which it calculates nothing.

What begins as a formula does would be run where the file is opened: such words are led by an apostrophe
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from bot.console.files.sheet import Sheet, Value

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""

OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

CHUNK = 32 * 1024
"""Characters that are sent together."""


def lines(sheet: Sheet, separator: str) -> Iterator[bytes]:
    """Yield the file, some lines at a time."""
    buffer = StringIO()
    buffer.write(BOM)
    rows = csv.writer(buffer, delimiter=separator, lineterminator="\r\n")
    rows.writerow(harmless(sheet.heads))
    for row in sheet.rows:
        rows.writerow(harmless(row))
        if buffer.tell() > CHUNK:
            yield _taken(buffer)
    yield _taken(buffer)


def harmless(row: Iterable[Value]) -> list[Value]:
    """The row with an apostrophe before whatever begins as a formula does; numbers are numbers."""
    return [f"'{value}" if isinstance(value, str) and value.startswith(OF_FORMULAS) else value for value in row]


def _taken(buffer: StringIO) -> bytes:
    chunk = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return chunk
