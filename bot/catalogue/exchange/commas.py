"""CSV: read as Excel writes it in any country, and written so that a spreadsheet calculates nothing of it."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from bot.catalogue.exchange.faults import Refused
from bot.catalogue.exchange.grids import Grid
from bot.i18n import Part, Text

SEPARATORS = ";,\t"
BOM = "\ufeff"
WINDOWS = "cp1252"
"""What Excel on Windows writes into CSV in western Europe."""

TRUTH = {"TRUE": "true", "WAAR": "true", "VRAI": "true", "FALSE": "false", "ONWAAR": "false", "FAUX": "false"}
"""What Excel makes of the words true and false, in the languages of our spreadsheets."""

_WOULD_RUN = re.compile("'*[=+\\-@\t\r＝＋－＠]")
"""What a spreadsheet would run (https://owasp.org/www-community/attacks/CSV_Injection), led by apostrophes or not."""


def grid(content: bytes, name: str, remarks: list[Part]) -> Grid:
    """The table in a CSV file. Raises Refused when it is none; how it was read is among the remarks."""
    text = _decoded(content, remarks)
    if "\0" in text:
        raise Refused(Text("console.import.fault.not_text"))
    text = _lines(text)
    return Grid(name, _rows(text), text.count("\n"))


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV, with the semicolons that Excel expects where numbers have a comma."""
    buffer = StringIO()
    buffer.write(BOM)
    lines = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    lines.writerows([_safe(_lines(words)) for words in row] for row in rows)
    return buffer.getvalue().encode()


def _safe(words: str) -> str:
    return f"'{words}" if _WOULD_RUN.match(words) else words


def _lines(text: str) -> str:
    """A text whose lines all end alike."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, remarks: list[Part]) -> str:
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        remarks.append(Text("console.import.remark.windows"))
        # The five bytes that this encoding does not know stand in no text.
        return content.decode(WINDOWS, errors="replace")


def _rows(text: str) -> Iterator[Sequence[str | Part]]:
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            yield [words[1:] if words.startswith("'") and _WOULD_RUN.match(words) else words for words in row]
    except csv.Error as error:
        raise Refused(Text("console.import.fault.broken_csv")) from error
