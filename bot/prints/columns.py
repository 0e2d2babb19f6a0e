"""Two languages side by side: the one that staff read at the left, the learner's own at the right."""

from bot.pictures.lettering import Style
from bot.prints.paper import Paper, leading
from bot.prints.values import Both
from bot.prints.words import lines

BETWEEN = 8
INDENT = 4
MOST = 2


class Columns:
    """Rows of two cells; where both languages are the same, of one."""

    def __init__(self, paper: Paper, x: float, width: float, rtl: bool) -> None:
        self._paper, self._x, self._width, self._rtl = paper, x, width, rtl

    def row(self, words: Both, style: Style, y: float, most: int = MOST, indent: float = 0) -> float:
        """Write a row. Returns where it ends below."""
        width = self._cell(words)
        left, right = self._x, self._x + self._width - width
        if words.are_one:
            return self._paper.write(words.own, style, left + indent, y, width - indent, most=most)
        below = self._paper.write(words.beside, style, left + indent, y, width - indent, most=most)
        start = right if self._rtl else right + indent
        own = self._paper.write(words.own, style, start, y, width - indent, rtl=self._rtl, most=most)
        return max(below, own)

    def entry(self, words: Both, style: Style, y: float) -> float:
        """Write a row with a dot before each cell. Returns where it ends below."""
        width = self._cell(words)
        right = self._x + self._width
        dots = [self._x] if words.are_one else [self._x, right if self._rtl else right - width]
        for x in dots:
            inwards = -1 if x == right else 1
            self._paper.dot(x + inwards, y + leading(style) / 2.6, 0.7, style.colour)
        return self.row(words, style, y, indent=INDENT)

    def height(self, words: Both, style: Style) -> float:
        """The height of an entry."""
        width = self._cell(words) - INDENT
        return max(len(lines(each, style, width, MOST)) for each in (words.own, words.beside)) * leading(style)

    def _cell(self, words: Both) -> float:
        return self._width if words.are_one else (self._width - BETWEEN) / 2
