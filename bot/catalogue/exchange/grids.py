"""What was read of a table, whatever file it came in: sheets with heads, and lines with words by their heads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from bot.catalogue.exchange.faults import Fault, Place, Refused
from bot.i18n import Part, Text

MOST_ROWS = 20_000
MOST_COLUMNS = 1_000
LONGEST = 32_767
"""Characters that a spreadsheet takes in a cell."""


@dataclass(frozen=True)
class Grid:
    """A sheet as it stands in its file.

    Attributes:
        name: the sheet's name.
        rows: the cells of each row from the first on. A cell that cannot be taken says why.
        size: about how many rows there are, to show how far the work is.
    """

    name: str
    rows: Iterable[Sequence[str | Part]]
    size: int


@dataclass(frozen=True)
class Line:
    """A row with words in it: its number as the spreadsheet shows it, and its words by the heads of their columns."""

    number: int
    words: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """A sheet whose first row was understood: the letter of each head's column."""

    name: str
    columns: Mapping[str, str]

    def place(self, head: str, number: int) -> Place:
        """The cell under a head; the row, when there is no such column."""
        return Place(self.name, f"{self.columns.get(head, '')}{number}")


class Reader:
    """Reads a grid: ``sheet`` first, then its ``lines``; what is wrong is among the ``faults``.

    ``refused`` are the cells that cannot be taken, of the row at hand.
    """

    def __init__(self, grid: Grid, faults: list[Fault]) -> None:
        self._rows = iter(grid.rows)
        self._faults = faults
        self._heads: dict[int, str | None] = {}
        self.refused: set[Place] = set()
        self.sheet = Sheet(grid.name, {})
        self.sheet = Sheet(grid.name, self._columns())

    def lines(self) -> Iterator[Line | None]:
        """Yield every row, None for one without words. Raises Refused when there are too many."""
        for number, row in enumerate(self._rows, start=2):
            if number > MOST_ROWS:
                raise Refused(Text("console.import.fault.too_many_rows", {"most": MOST_ROWS}), self.sheet.name)
            self.refused.clear()
            words = dict(self._words(row, number))
            yield Line(number, words) if words else None

    def _columns(self) -> dict[str, str]:
        """The letter of each head; a head that stands there twice is a fault, and its first column counts."""
        columns: dict[str, str] = {}
        for place, cell in enumerate(next(self._rows, ()), start=1):
            letter = get_column_letter(place)
            head = "".join(cell.split()).casefold() if isinstance(cell, str) else ""
            if not isinstance(cell, str):
                self._fault(f"{letter}1", cell)
            elif head in columns:
                twice = {"column": head, "first": columns[head]}
                self._fault(f"{letter}1", Text("console.import.fault.doubled_column", twice))
                self._heads[place] = None
            elif head:
                columns[head] = letter
                self._heads[place] = head
        return columns

    def _words(self, row: Sequence[str | Part], number: int) -> Iterator[tuple[str, str]]:
        for place, cell in enumerate(row, start=1):
            where = f"{get_column_letter(place)}{number}"
            if not isinstance(cell, str):
                self._fault(where, cell)
            elif not cell.strip():
                continue
            elif place not in self._heads:
                self._fault(where, Text("console.import.fault.no_head"))
            elif len(cell) > LONGEST:
                self._fault(where, Text("console.import.fault.too_long", {"most": LONGEST}))
            elif head := self._heads[place]:
                yield head, cell.strip()

    def _fault(self, cell: str, message: Part) -> None:
        place = Place(self.sheet.name, cell)
        self.refused.add(place)
        self._faults.append(Fault(place, message))
