"""A PDF of A4 pages, on which words of every script are written and simple shapes drawn. Lengths are millimetres."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

from fpdf.enums import TextDirection, TextMode
from fpdf.fonts import TTFFont

from bot.pictures.fonts import Font
from bot.pictures.lettering import Style
from bot.prints.one_run import OneRun
from bot.prints.runs import Run, runs
from bot.prints.words import POINTS, lines

Align = Literal["left", "middle", "right"]

WIDTH, HEIGHT = 210, 297
LEADING = 1.45
"""From line to line, in font sizes: marks above and below Arabic letters need it."""

BOLD = 0.04
"""The stroke around a bold letter, in font sizes: the fonts are used in their regular weight."""

VARIES = ("avar", "cvar", "fvar", "gvar", "HVAR", "MVAR", "STAT", "VVAR")
"""The tables by which a font has many weights: printers need none."""


class Paper:
    """Pages that are filled one after the other."""

    def __init__(self, title: str, language: str, made_at: datetime) -> None:
        self._pdf = OneRun(format="A4", unit="mm")
        self._pdf.set_title(title)
        self._pdf.set_lang(language)
        self._pdf.set_creation_date(made_at)
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0

    def page(self) -> None:
        """Go on with a new page."""
        self._pdf.add_page()

    def write(
        self,
        words: str,
        style: Style,
        x: float,
        y: float,
        width: float,
        *,
        rtl: bool = False,
        most: int = 3,
        align: Align | None = None,
    ) -> float:
        """Write words in at most so many lines.

        Args:
            words: any; what cannot be drawn is left out.
            style: its size is in points.
            x: the left edge of the lines.
            y: the upper edge of the first line.
            width: of the lines; what does not fit is cut off.
            rtl: whether the lines run from right to left, whatever they begin with.
            most: so many lines.
            align: where short lines stand; None is where reading begins.

        Returns:
            Where the words end below.
        """
        free = {"left": 0.0, "middle": 0.5, "right": 1.0}[align or ("right" if rtl else "left")]
        for line in lines(words, style, width, most):
            found = runs(line, rtl)
            room = width - sum(self._width(run, style) for run in found)
            self._runs(found, style, x + free * room, y)
            y += leading(style)
        return y

    def box(self, x: float, y: float, width: float, height: float, colour: str, corner: float = 0) -> None:
        """Fill a rectangle."""
        self._pdf.set_fill_color(colour)
        self._pdf.rect(x, y, width, height, style="F", round_corners=corner > 0, corner_radius=corner)

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle around x, y."""
        self._pdf.set_fill_color(colour)
        self._pdf.circle(x, y, radius, style="F")

    def rule(self, x: float, y: float, width: float, colour: str) -> None:
        """Draw a thin line to the right."""
        self._pdf.set_draw_color(colour)
        self._pdf.set_line_width(0.25)
        self._pdf.line(x, y, x + width, y)

    def figure(self, file: Path, x: float, y: float, side: float) -> None:
        """Draw a square SVG."""
        self._pdf.image(file, x=x, y=y, w=side, h=side)

    @property
    def pages(self) -> int:
        return self._pdf.pages_count

    def pdf(self) -> bytes:
        """The finished file."""
        return bytes(self._pdf.output())

    def _runs(self, found: Sequence[Run], style: Style, x: float, y: float) -> None:
        for run in found:
            width = self._width(run, style)
            with self._ink(style):
                self._pdf.set_xy(x, y)
                self._pdf.cell(width, style.size / POINTS, run.words)
            x += width

    def _width(self, run: Run, style: Style) -> float:
        self._pdf.set_font(self._known(run.font), size=style.size)
        self._pdf.set_text_shaping(direction=TextDirection.RTL if run.rtl else TextDirection.LTR)
        return float(self._pdf.get_string_width(run.words))

    @contextmanager
    def _ink(self, style: Style) -> Iterator[None]:
        """Write in this colour meanwhile, and in bold if that is wanted."""
        self._pdf.set_text_color(style.colour)
        if style.weight <= 500:
            yield
            return
        # Beside words, fpdf2 counts the width of lines in points.
        stroke = style.size * BOLD
        with self._pdf.local_context(text_mode=TextMode.FILL_STROKE, draw_color=style.colour, line_width=stroke):
            yield

    def _known(self, font: Font) -> str:
        key = font.family.lower()
        if key not in self._pdf.fonts:
            self._pdf.add_font(key, fname=font.file)
            added = self._pdf.fonts[key]
            if isinstance(added, TTFFont):
                for table in VARIES:
                    if table in added.ttfont:
                        del added.ttfont[table]
        return key


def leading(style: Style) -> float:
    """From one line to the next."""
    return style.size * LEADING / POINTS
