"""A document as a sheet of paper: a pay slip, a roster, a form. Made by us; it looks like none that there is.

The first line says who made it, a line after ``# `` is its title, `` | `` parts columns, ``---`` is a line across.
"""

from itertools import groupby

from bot.pictures.canvas import WIDTH, Canvas
from bot.pictures.lettering import Style, measured

DESK, PAPER, LINE = "#E4E0D2", "#FFFFFF", "#C9C4B4"
MAKER = Style(24, 600, "#4A5A52")
TITLE = Style(36, 700, "#1F2B25")
WORDS = Style(26, 400, "#1F2B25")
HEADER = Style(26, 600, "#1F2B25")

EDGE, PAD = 20, 28
LEFT = EDGE + PAD
INSIDE = WIDTH - 2 * LEFT
GAP = 20
"""Pixels between two columns."""
MARKS = {"title": "# ", "rule": "---", "row": " | "}

Cells = list[str]


def draw_paper(lines: tuple[str, ...]) -> bytes:
    """Return a PNG, 640 pixels wide. Raises NotDrawable when a character has no glyph."""
    return _laid_out(lines).png()


def cut_off(lines: tuple[str, ...]) -> list[str]:
    """Return the words of a document for which there is no room on the sheet. Raises NotDrawable."""
    return _laid_out(lines).cut


def _laid_out(lines: tuple[str, ...]) -> Canvas:
    canvas = Canvas(DESK, rtl=False)
    canvas.down(EDGE)
    with canvas.card(PAPER, EDGE, PAD):
        canvas.write(lines[0].removeprefix(MARKS["title"]), MAKER, LEFT)
        _rule(canvas)
        for kind, group in groupby(lines[1:], key=_kind):
            _part(canvas, kind, [*group])
    return canvas


def _kind(line: str) -> str:
    if line.startswith(MARKS["title"]):
        return "title"
    if line == MARKS["rule"]:
        return "rule"
    return "row" if MARKS["row"] in line else "words"


def _part(canvas: Canvas, kind: str, lines: list[str]) -> None:
    """Lines of one kind that follow each other; rows beside each other share their columns."""
    if kind == "row":
        _table(canvas, [line.split(MARKS["row"]) for line in lines])
        return
    for line in lines:
        if kind == "rule":
            _rule(canvas)
        else:
            canvas.write(line.removeprefix(MARKS["title"]), TITLE if kind == "title" else WORDS, LEFT)


def _table(canvas: Canvas, rows: list[Cells]) -> None:
    places = _places(rows)
    for number, row in enumerate(rows):
        style = HEADER if number == 0 and len(places) > 2 else WORDS
        canvas.row([cell.strip() for cell in row], style, places, LEFT + INSIDE)


def _places(rows: list[Cells]) -> list[float]:
    """Where each column begins, in pixels."""
    count = max(map(len, rows))
    wanted = [max(measured(row[at].strip(), HEADER) for row in rows if at < len(row)) + GAP for at in range(count)]
    widths = fitted(wanted, INSIDE)
    return [LEFT + sum(widths[:at]) for at in range(count)]


def fitted(wanted: list[float], room: float) -> list[float]:
    """The widths, if there is room; else the widest columns share what the narrow ones leave."""
    if sum(wanted) <= room:
        return wanted
    fair = room / len(wanted)
    narrow = [width for width in wanted if width <= fair]
    while narrow and (more := (room - sum(narrow)) / (len(wanted) - len(narrow))) > fair:
        fair = more
        narrow = [width for width in wanted if width <= fair]
    return [min(width, fair) for width in wanted]


def _rule(canvas: Canvas) -> None:
    canvas.down(4)
    canvas.bar(LEFT, canvas.y, INSIDE, 2, LINE)
    canvas.down(12)
