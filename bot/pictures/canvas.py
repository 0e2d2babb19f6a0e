"""A sheet that grows downwards. Places are told from the side where reading begins; right to left, it is mirrored."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise, zip_longest

from bot.pictures.lettering import MORE, Style, files_for, lines, spans
from bot.pictures.png import rastered

WIDTH = 640
FAR_MARGIN = 48
MOST_LINES = 2
MOST_IN_CELL = 3
CELL_GAP = 12
"""Pixels that stay free between two cells of a row."""
POP = "\u2069"
BASE = {False: "\u2066", True: "\u2067"}
"""Says in which direction a line runs, whatever it begins with; resvg takes lines to run from left to right."""


class Canvas:
    """Shapes and words as SVG, of which resvg makes the PNG.

    Attributes:
        y: how far down the sheet is used, in pixels.
        cut: the words of which not all found room, as they stand there.
    """

    def __init__(self, paper: str, rtl: bool) -> None:
        self.y = 0.0
        self.cut: list[str] = []
        self._paper = paper
        self._rtl = rtl
        self._shapes: list[str] = []
        self._fonts: set[str] = set()

    def down(self, pixels: float) -> None:
        """Leave so much free."""
        self.y += pixels

    @contextmanager
    def card(self, colour: str, edge: float, pad: float) -> Iterator[None]:
        """Lay a card under all that is drawn meanwhile."""
        top, place = self.y, len(self._shapes)
        self.down(pad - 6)
        yield
        self.down(pad - 4)
        shape = (
            f'<rect x="{edge}" y="{top}" width="{WIDTH - 2 * edge}" height="{self.y - top}" rx="24" fill="{colour}"/>'
        )
        self._shapes.insert(place, shape)
        self.down(edge)

    def write(self, words: str, style: Style, x: float) -> None:
        """Write words from ``x`` on, in two lines at most. Raises NotDrawable."""
        for line in self._lines(words, style, WIDTH - FAR_MARGIN - x, MOST_LINES):
            self.down(style.size)
            self._text(line, style, x, self.y, "end" if self._rtl else "start")
            self.down(round(style.size * 0.4))

    def row(self, cells: list[str], style: Style, places: list[float], end: float) -> None:
        """Write words beside each other, each from its place on, in as many lines as they need. Raises NotDrawable."""
        room = [after - place - CELL_GAP for place, after in pairwise([*places, end + CELL_GAP])]
        each = [self._lines(words, style, width, MOST_IN_CELL) for words, width in zip(cells, room, strict=False)]
        for line in zip_longest(*each, fillvalue=""):
            self.down(style.size)
            for words, place in zip(line, places, strict=False):
                self._text(words, style, place, self.y, "end" if self._rtl else "start")
            self.down(round(style.size * 0.4))

    def centred(self, words: str, style: Style, x: float, y: float) -> None:
        """Write one line with its middle at ``x``. Raises NotDrawable."""
        (line,) = lines(words, style, WIDTH, 1)
        self._text(line, style, x, y, "middle")

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """Draw a full circle."""
        self._shapes.append(f'<circle cx="{self._x(x)}" cy="{y}" r="{radius}" fill="{colour}"/>')

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw a bar with round ends."""
        left = self._x(x + width) if self._rtl else x
        size = f'width="{width}" height="{height}" rx="{height / 2}"'
        self._shapes.append(f'<rect x="{left}" y="{y}" {size} fill="{colour}"/>')

    def tick(self, x: float, y: float, radius: float, colour: str, inside: str) -> None:
        """Draw a full circle with a tick; a tick looks the same in both directions."""
        self.dot(x, y, radius, colour)
        self._at(x, y, f'<path d="M-8 0 l6 6 l10 -12" fill="none" stroke="{inside}" stroke-width="5" {_ROUND}/>')

    def seedling(self, x: float, y: float, stem: str, leaf: str) -> None:
        """Draw a stem with two leaves."""
        self._at(x, y, f'<path d="M0 22 V-4" stroke="{stem}" stroke-width="5" {_ROUND}/>')
        self._at(x, y, f'<path d="M0 -2 C2 -22 20 -24 26 -22 C26 -8 16 2 0 -2 Z" fill="{stem}"/>')
        self._at(x, y, f'<path d="M0 6 C-2 -10 -16 -12 -24 -10 C-22 4 -12 10 0 6 Z" fill="{leaf}"/>')

    def png(self) -> bytes:
        """The picture. Raises NotDrawable when resvg refuses."""
        size = f'width="{WIDTH}" height="{round(self.y)}"'
        paper = f'<rect width="100%" height="100%" fill="{self._paper}"/>'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{paper}{"".join(self._shapes)}</svg>'
        return rastered(svg, self._fonts)

    def _lines(self, words: str, style: Style, width: float, most: int) -> list[str]:
        found = lines(words, style, width, most)
        if found[-1].endswith(MORE) and not words.endswith(MORE):
            self.cut.append(found[-1])
        return found

    def _x(self, x: float) -> float:
        return WIDTH - x if self._rtl else x

    def _at(self, x: float, y: float, shape: str) -> None:
        self._shapes.append(f'<g transform="translate({self._x(x)} {y})">{shape}</g>')

    def _text(self, line: str, style: Style, x: float, y: float, anchor: str) -> None:
        self._fonts |= files_for(line)
        look = f'font-size="{style.size}" font-weight="{style.weight}" fill="{style.colour}"'
        place = f'x="{self._x(x)}" y="{y}" text-anchor="{anchor}"'
        self._shapes.append(f'<text {place} {look} xml:space="preserve">{spans(BASE[self._rtl] + line + POP)}</text>')


_ROUND = 'stroke-linecap="round" stroke-linejoin="round"'
