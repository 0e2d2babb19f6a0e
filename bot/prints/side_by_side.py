"""The same words in two languages on one page."""

from bot.pictures.lettering import Style
from bot.prints.paper import Paper
from bot.prints.values import Both

SMALL = Style(10, 400, "#5A6660")


def both(paper: Paper, words: Both, style: Style, x: float, y: float, width: float, rtl: bool, most: int = 3) -> float:
    """Write the own language, and small below it the other, unless that is the same. Returns where they end."""
    y = paper.write(words.own, style, x, y, width, rtl=rtl, most=most)
    if words.are_one:
        return y
    # On the side where the own language begins, so that the eye finds it.
    return paper.write(words.beside, SMALL, x, y, width, most=2, align="right" if rtl else "left")
