"""A page about one learner, to talk about with the learner: what goes well first, in two languages side by side."""

from collections.abc import Callable
from datetime import datetime

from bot.pictures.lettering import Style
from bot.prints.columns import Columns
from bot.prints.fitting import shown_of
from bot.prints.paper import HEIGHT, WIDTH, Paper, leading
from bot.prints.values import Both, Days, LearnerPage, Section

EDGE = 16
INNER = WIDTH - 2 * EDGE
FOOT = 250

STRONG, SOFT, PALE = "#214C3B", "#2F7F5F", "#F1F5EE"
NAME = Style(20, 700, STRONG)
PERIOD = Style(11, 400, "#5A6660")
TITLE = Style(12, 700, SOFT)
ENTRY = Style(11, 400, "#1B2420")
LABEL = Style(8, 400, "#5A6660")
QUESTION = Style(14, 600, STRONG)

AFTER_SECTION = 3
DOT = 1.3
MOST_WEEKS = 8
MOST_ENTRIES = 12


def learner_page(page: LearnerPage, title: str, language: str, made_at: datetime) -> bytes:
    """One A4 page as PDF, whatever is on it.

    Args:
        page: what stands on it.
        title: of the file.
        language: that of the file's reader.
        made_at: noted in the file.
    """
    paper = Paper(title, language, made_at)
    paper.page()
    columns = Columns(paper, EDGE, INNER, page.rtl)
    y = paper.write(page.name, NAME, EDGE, EDGE - 4, INNER, most=1)
    y = columns.row(page.period, PERIOD, y, most=1) + AFTER_SECTION
    sections = [page.strengths, page.can_say, page.units, page.missions, page.next_step]
    shown = shown_of([_heights(columns, section) for section in sections], FOOT - y - _height_of_days(page.days))
    for section, count in zip(sections, shown, strict=True):
        y = _section(columns, section, count, page.more, y)
        if section is page.can_say:
            y = _days(paper, columns, page.days, y)
    _question(paper, columns, page)
    return paper.pdf()


def _heights(columns: Columns, section: Section) -> tuple[float, list[float]]:
    """The height of a section without entries but for the line about more of them, and that of each entry."""
    frame = leading(TITLE) + leading(ENTRY) + AFTER_SECTION
    return frame, [columns.height(entry, ENTRY) for entry in section.entries[:MOST_ENTRIES]]


def _section(columns: Columns, section: Section, count: int, more: Callable[[int], Both], y: float) -> float:
    y = columns.row(section.title, TITLE, y, most=1)
    for entry in section.entries[:count]:
        y = columns.entry(entry, ENTRY, y)
    left = len(section.entries) - count
    if left:
        y = columns.row(more(left), PERIOD, y, most=1)
    if not section.entries:
        y = columns.row(section.otherwise, PERIOD, y, most=1)
    return y + AFTER_SECTION


def _height_of_days(days: Days) -> float:
    return leading(TITLE) + 2 * DOT + 3 * leading(LABEL) + 2 * AFTER_SECTION


def _days(paper: Paper, columns: Columns, days: Days, y: float) -> float:
    y = columns.row(days.title, TITLE, y, most=1)
    if not days.weeks:
        return columns.row(days.otherwise, PERIOD, y, most=1) + AFTER_SECTION
    each = INNER / MOST_WEEKS
    for number, week in enumerate(days.weeks[-MOST_WEEKS:]):
        x = EDGE + number * each
        for day in range(min(week.days, 7)):
            paper.dot(x + DOT + day * 2.2 * DOT, y + 2 * DOT, DOT, SOFT)
        below = paper.write(week.label.beside, LABEL, x, y + 4 * DOT, each - 1, most=1)
        if not week.label.are_one:
            paper.write(week.label.own, LABEL, x, below, each - 1, most=1)
    return y + _height_of_days(days) - leading(TITLE)


def _question(paper: Paper, columns: Columns, page: LearnerPage) -> None:
    paper.box(EDGE - 4, FOOT, INNER + 8, HEIGHT - FOOT - 8, PALE, corner=4)
    y = columns.row(page.ask, PERIOD, FOOT + 3, most=1)
    columns.row(page.question, QUESTION, y, most=3)
