"""A card for whoever works with a learner: how to speak so that a beginner understands, with examples."""

from datetime import datetime

from bot.pictures.lettering import Style
from bot.prints.paper import HEIGHT, WIDTH, Paper
from bot.prints.values import Advice, SpeechCard

EDGE = 16
INNER = WIDTH - 2 * EDGE
BETWEEN = 6
FOOT = 265

STRONG, SOFT, PALE = "#214C3B", "#2F7F5F", "#F1F5EE"
NAME = Style(11, 700, SOFT)
TITLE = Style(20, 700, STRONG)
LEAD = Style(11, 400, "#5A6660")
NUMBER = Style(10, 700, "#FFFFFF")
RULE = Style(12, 600, STRONG)
LABEL = Style(9, 600, "#5A6660")
NOT = Style(10, 400, "#5A6660")
SO = Style(10, 400, "#1B2420")

INDENT = 10
AFTER_RULE = 2


def speech_card(card: SpeechCard, language: str, made_at: datetime) -> bytes:
    """One A4 page as PDF.

    Args:
        card: what stands on it; ten rules have room.
        language: that of the card.
        made_at: noted in the file.
    """
    paper = Paper(card.title, language, made_at)
    paper.page()
    paper.write("Werkmaat", NAME, EDGE, EDGE - 6, INNER)
    y = paper.write(card.title, TITLE, EDGE, EDGE, INNER, most=1)
    y = paper.write(card.lead, LEAD, EDGE, y, INNER, most=2) + AFTER_RULE
    each = (FOOT - y) / len(card.rules)
    for number, advice in enumerate(card.rules, start=1):
        _rule(paper, card, number, advice, y)
        y += each
    paper.box(EDGE - 4, FOOT, INNER + 8, HEIGHT - FOOT - 9, PALE, corner=4)
    below = paper.write(card.nod, RULE, EDGE, FOOT + 2, INNER, most=1)
    paper.write(card.nod_what, SO, EDGE, below, INNER, most=3)
    return paper.pdf()


def _rule(paper: Paper, card: SpeechCard, number: int, advice: Advice, y: float) -> None:
    paper.dot(EDGE + 3, y + 3.2, 3.2, SOFT)
    paper.write(str(number), NUMBER, EDGE - 0.2, y + 0.9, 6.4, align="middle")
    below = paper.write(advice.rule, RULE, EDGE + INDENT, y, INNER - INDENT, most=1)
    width = (INNER - INDENT - BETWEEN) / 2
    left, right = EDGE + INDENT, EDGE + INDENT + width + BETWEEN
    _example(paper, card.label_not, advice.instead_of, NOT, left, below, width)
    _example(paper, card.label_so, advice.say, SO, right, below, width)


def _example(paper: Paper, label: str, words: str, style: Style, x: float, y: float, width: float) -> None:
    below = paper.write(label, LABEL, x, y, width, most=1)
    paper.write(words, style, x, below, width, most=2)
