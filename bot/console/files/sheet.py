"""What a file holds, as words and numbers: without the signs of direction that a page needs."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from bot.i18n import Part, Verbatim
from bot.journeys.tables import Cell

Value: TypeAlias = str | int

INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What a workbook refuses, and what stands around words that run the other way."""

LINE_END = re.compile("\r\n?")


@dataclass(frozen=True)
class Sheet:
    """A table on its way into a file.

    Attributes:
        name: of the file, without what it ends in.
        heads: of the columns.
        rows: read as they are written.
    """

    name: str
    heads: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]


def written(
    rows: Iterable[Iterable[Cell]], say: Callable[[Part], str], nothing: str = ""
) -> Iterator[tuple[Value, ...]]:
    """Yield rows as a file holds them.

    Args:
        rows: of cells.
        say: says a part in the language of who reads the file.
        nothing: stands where there is nothing.
    """
    for row in rows:
        yield tuple(_value(cell, say, nothing) for cell in row)


def _value(cell: Cell, say: Callable[[Part], str], nothing: str) -> Value:
    if cell is None:
        return nothing
    if isinstance(cell, int):
        return cell
    each = cell if isinstance(cell, tuple) else (cell,)
    return ", ".join(_words(part, say) for part in each)


def _words(part: Part, say: Callable[[Part], str]) -> str:
    words = part.text if isinstance(part, Verbatim) else say(part)
    return INVISIBLE.sub("", LINE_END.sub("\n", words))
