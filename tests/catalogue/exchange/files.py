"""Files for tests of importing: made by hand, as somebody with Excel would, and read."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from bot.catalogue.exchange.books import Explainer
from bot.catalogue.exchange.incoming import Incoming
from bot.i18n import Part, Text, Verbatim

WORDLESS = Explainer(lambda part: part.key if isinstance(part, Text) else "", lambda type_name, holders, name: name)

MEET = {
    "id": "care.comfort.meet_pillow",
    "unit": "care.comfort",
    "pack": "nl/care/A1",
    "type": "meet",
    "situation": "Een bewoner ligt niet goed. Wat geef je?",
    "word": "het kussen",
    "meaning": "het kussen: zacht, voor je hoofd",
    "example": "Wilt u nog een kussen?",
}
"""A sound row."""


def read(name: str, content: bytes, pack: str = "") -> Incoming:
    """The file, read to its end."""
    incoming = Incoming(name, content, pack, "nl")
    for _ in incoming.read():
        pass
    return incoming


def sheet(*rows: Mapping[str, Any], heads: Sequence[str] | None = None) -> list[list[Any]]:
    """Rows by their heads as lines, the heads first."""
    found = heads or [*dict.fromkeys(head for row in rows for head in row)]
    return [[*found], *([row.get(head) for head in found] for row in rows)]


def workbook(**sheets: list[list[Any]]) -> Workbook:
    """A workbook with these lines in its sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        page = book.create_sheet(name)
        for line in lines:
            page.append(line)
    return book


def saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def told(incoming: Incoming) -> dict[str, str]:
    """What is wrong, by its cell or line: the last part of the message's key, or the message itself."""
    found: dict[str, list[str]] = {}
    for fault in incoming.faults:
        place = fault.place.cell or (str(fault.place.line) if fault.place.line else "")
        found.setdefault(place, []).append(_said(fault.message))
    return {place: "; ".join(messages) for place, messages in found.items()}


def _said(message: Part) -> str:
    if isinstance(message, Text):
        return message.key.removeprefix("console.import.fault.")
    assert isinstance(message, Verbatim)
    return message.text
