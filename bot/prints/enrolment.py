"""A page for a learner to begin with: how to get Telegram, the square to scan, and a question for the first talk."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.pictures.lettering import Style
from bot.prints import qr
from bot.prints.paper import HEIGHT, WIDTH, Align, Paper
from bot.prints.side_by_side import SMALL, both
from bot.prints.values import Both, EnrolmentSheet, Figure, Step

FIGURES = Path(__file__).parent / "figures"

EDGE = 16
INNER = WIDTH - 2 * EDGE
GAP = 6

STRONG, SOFT, PALE = "#214C3B", "#2F7F5F", "#F1F5EE"
NAME = Style(15, 700, SOFT)
TITLE = Style(20, 700, STRONG)
NUMBER = Style(12, 700, "#FFFFFF")
STEP = Style(14, 400, "#1B2420")
FEW = Style(13, 600, STRONG)
QUESTION = Style(16, 600, STRONG)
LINK = Style(11, 400, "#1B2420")

FIGURE, LARGE_FIGURE = 25, 40
CODE, LARGE_CODE = 56, 90
STEP_HEIGHT = 32
FOOT = 255


def enrolment_sheets(sheets: Sequence[EnrolmentSheet], title: str, language: str, made_at: datetime) -> bytes:
    """All sheets as one PDF, a page each.

    Args:
        sheets: in the order of the pages.
        title: of the file.
        language: that of the file's reader.
        made_at: noted in the file.
    """
    paper = Paper(title, language, made_at)
    for sheet in sheets:
        paper.page()
        (_with_pictures if sheet.pictures else _with_words)(paper, sheet)
    return paper.pdf()


def _with_words(paper: Paper, sheet: EnrolmentSheet) -> None:
    y = _head(paper, sheet)
    for number, step in enumerate(sheet.steps, start=1):
        _step(paper, sheet, number, step, y)
        y += STEP_HEIGHT
    _code_beside_words(paper, sheet, y + GAP)
    _question(paper, sheet)


def _with_pictures(paper: Paper, sheet: EnrolmentSheet) -> None:
    y = _head(paper, sheet)
    each = INNER / len(sheet.steps)
    for number, step in enumerate(sheet.steps):
        place = len(sheet.steps) - 1 - number if sheet.rtl else number
        x = EDGE + place * each
        paper.figure(_file(step.figure), x + (each - LARGE_FIGURE) / 2, y, LARGE_FIGURE)
        below = y + LARGE_FIGURE + 2
        below = paper.write(step.words.own, FEW, x, below, each, rtl=sheet.rtl, most=2, align="middle")
        if not step.words.are_one:
            paper.write(step.words.beside, SMALL, x, below, each, most=2, align="middle")
    y += LARGE_FIGURE + 32
    qr.draw(paper, sheet.link, (WIDTH - LARGE_CODE) / 2, y, LARGE_CODE)
    y = paper.write(_shown(sheet.link), LINK, EDGE, y + LARGE_CODE, INNER, align="middle")
    both(paper, sheet.lasts, LINK, EDGE, y, INNER, sheet.rtl)
    _question(paper, sheet)


def _head(paper: Paper, sheet: EnrolmentSheet) -> float:
    """The name, room for a name in ink, and the title. Returns where they end."""
    start, far = (EDGE + INNER / 2, EDGE) if sheet.rtl else (EDGE, EDGE + INNER / 2)
    paper.write("Werkmaat", NAME, start, EDGE - 2, INNER / 2, rtl=sheet.rtl)
    paper.write(_once(sheet.name), SMALL, far, EDGE - 3, INNER / 2, rtl=sheet.rtl, most=1)
    paper.rule(far, EDGE + 8, INNER / 2, SMALL.colour)
    return both(paper, sheet.title, TITLE, EDGE, EDGE + 12, INNER, sheet.rtl, most=2) + GAP


def _step(paper: Paper, sheet: EnrolmentSheet, number: int, step: Step, y: float) -> None:
    beside = FIGURE + GAP
    at, words = (WIDTH - EDGE - FIGURE, EDGE) if sheet.rtl else (EDGE, EDGE + beside)
    paper.figure(_file(step.figure), at, y, FIGURE)
    paper.dot(at + 3, y + 4, 3.6, SOFT)
    paper.write(str(number), NUMBER, at - 0.6, y + 1.4, 7.2, align="middle")
    both(paper, step.words, STEP, words, y + 1, INNER - beside, sheet.rtl)


def _code_beside_words(paper: Paper, sheet: EnrolmentSheet, y: float) -> None:
    beside = CODE + GAP
    at, words = (WIDTH - EDGE - CODE, EDGE) if sheet.rtl else (EDGE, EDGE + beside)
    width = INNER - beside
    qr.draw(paper, sheet.link, at, y, CODE)
    side: Align = "right" if sheet.rtl else "left"
    below = paper.write(_shown(sheet.link), LINK, words, y + GAP, width, align=side) + 2
    below = both(paper, sheet.lasts, LINK, words, below, width, sheet.rtl) + 2
    both(paper, sheet.trust, LINK, words, below, width, sheet.rtl)


def _question(paper: Paper, sheet: EnrolmentSheet) -> None:
    """At the foot of the page."""
    if sheet.ask is None or sheet.question is None:
        return
    paper.box(EDGE, FOOT, INNER, HEIGHT - EDGE / 2 - FOOT, PALE, corner=4)
    y = paper.write(_once(sheet.ask), SMALL, EDGE + GAP, FOOT + 3, INNER - 2 * GAP, rtl=sheet.rtl, most=1)
    both(paper, sheet.question, QUESTION, EDGE + GAP, y + 1, INNER - 2 * GAP, sheet.rtl, most=2)


def _once(words: Both) -> str:
    """Both languages on one line."""
    return words.own if words.are_one else f"\u2068{words.own}\u2069 · \u2068{words.beside}\u2069"


def _shown(link: str) -> str:
    """A link as people type it."""
    return link.removeprefix("https://")


def _file(figure: Figure) -> Path:
    return FIGURES / f"{figure}.svg"
