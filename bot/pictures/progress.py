"""Progress as a picture: a dot for every day of practice, a bead for every exercise met. No number is a mark."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.pictures.canvas import Canvas
from bot.pictures.lettering import Style

SLOTS = 8
"""The weeks that have a place; the ones to come stay open."""
RECENT = 4
MOST_BEADS = 19

EDGE, PAD = 20, 28
COLUMN, DOT, BEAD = 68, 32, 28

PAPER, CARD, GROUND = "#F4F1E6", "#FFFFFF", "#E4E0D2"
STRONG, SOFT = "#2F7F5F", "#A5D3BC"
HEAD = Style(37, 700, "#214C3B")
LABEL = Style(26, 400, "#4A5A52")
TITLE = Style(28, 600, "#26382F")
DATE = Style(22, 400, "#6A766F")


@dataclass(frozen=True)
class WeekDots:
    """A week: its first day as it is to be written, and the days with practice in it."""

    label: str
    days: int


@dataclass(frozen=True)
class UnitBeads:
    """A unit: its title, the exercises met, those of them that are held, and whether all of the unit are."""

    title: str
    met: int
    held: int
    mastered: bool


@dataclass(frozen=True)
class Drawing:
    """What is drawn, in words of one language.

    Attributes:
        rtl: whether everything runs from right to left.
        head: stands above all.
        days: stands above the weeks.
        exercises: stands above the units.
        weeks: at most 8, the earliest first, this week last.
        units: in the order in which they are drawn.
    """

    rtl: bool
    head: str
    days: str
    exercises: str
    weeks: tuple[WeekDots, ...]
    units: tuple[UnitBeads, ...]


def draw(drawing: Drawing) -> bytes:
    """Return a PNG, 640 pixels wide. Raises NotDrawable when a character has no glyph."""
    canvas = Canvas(PAPER, drawing.rtl)
    _head(canvas, drawing.head)
    with canvas.card(CARD, EDGE, PAD):
        canvas.write(drawing.days, LABEL, EDGE + PAD)
        _weeks(canvas, drawing.weeks)
    with canvas.card(CARD, EDGE, PAD):
        canvas.write(drawing.exercises, LABEL, EDGE + PAD)
        for unit in drawing.units:
            _unit(canvas, unit)
    return canvas.png()


def _head(canvas: Canvas, words: str) -> None:
    canvas.down(24)
    canvas.seedling(EDGE + 28, canvas.y + 28, STRONG, SOFT)
    canvas.write(words, HEAD, EDGE + 70)
    canvas.down(16)


def _weeks(canvas: Canvas, weeks: tuple[WeekDots, ...]) -> None:
    canvas.down(18 + DOT * max((week.days for week in weeks), default=0))
    for slot in range(SLOTS):
        canvas.bar(_column(slot) - 20, canvas.y + 6, 40, 5, GROUND)
    for slot, week in enumerate(weeks):
        colour = STRONG if slot >= len(weeks) - RECENT else SOFT
        for day in range(week.days):
            canvas.dot(_column(slot), canvas.y - DOT // 2 - DOT * day, 12, colour)
    for slot in _labelled(len(weeks)):
        canvas.centred(weeks[slot].label, DATE, _column(slot), canvas.y + 42)
    canvas.down(52)


def _column(slot: int) -> int:
    return EDGE + PAD + COLUMN // 2 + COLUMN * slot


def _labelled(weeks: int) -> Iterator[int]:
    """The first week and this one, where both have the room."""
    if weeks > 2:
        yield 0
    if weeks:
        yield weeks - 1


def _unit(canvas: Canvas, unit: UnitBeads) -> None:
    canvas.down(22)
    if unit.mastered:
        canvas.tick(EDGE + PAD + 15, canvas.y + 19, 15, STRONG, CARD)
    canvas.write(unit.title, TITLE, EDGE + PAD + (42 if unit.mastered else 0))
    canvas.down(10)
    for bead in range(min(unit.met, MOST_BEADS)):
        x = EDGE + PAD + 10 + BEAD * bead
        canvas.dot(x, canvas.y + 10, 10, STRONG if bead < unit.held else SOFT)
    canvas.down(24)
