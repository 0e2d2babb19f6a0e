"""A line of both directions: what stands where (Unicode Standard Annex 9), and which font draws it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

from bot.pictures import fonts
from bot.pictures.fonts import Font
from bot.prints.words import CLOSING, OPENING

MARKS = f"{OPENING}{CLOSING}\u200e\u200f\u061c"
"""Signs that have said all when the order is known."""

Levelled = tuple[int, str]
"""A character, and how deep directions are nested where it stands; odd is from right to left."""


@dataclass(frozen=True)
class Run:
    """Characters of one font and one direction, in the order in which they are read."""

    words: str
    font: Font
    level: int

    @property
    def rtl(self) -> bool:
        return self.level % 2 == 1


def runs(line: str, rtl: bool) -> list[Run]:
    """The runs of a line, from left to right as they stand on paper.

    Args:
        line: words that ``clean`` has seen.
        rtl: whether the line itself runs from right to left, whatever it begins with.
    """
    found: list[Run] = []
    for level, group in groupby(_levelled(line, rtl), key=lambda pair: pair[0]):
        found += _by_font("".join(character for _, character in group), level)
    return [run for run in _in_sight(found) if run.words]


def _levelled(line: str, rtl: bool) -> Iterator[Levelled]:
    paragraph = BidiParagraph(line, TextDirection.RTL if rtl else TextDirection.LTR)
    levels = {one.character_index: one.embedding_level for one in paragraph.get_characters_with_embedding_level()}
    level = int(rtl)
    for index, character in enumerate(line):
        # What joins letters or keeps them apart has no level: it goes with the letter before.
        level = levels.get(index, level)
        yield level, character


def _by_font(words: str, level: int) -> Iterator[Run]:
    """Runs without the marks; where there are marks alone, they still keep apart what stands around them."""
    for font, group in groupby(_with_fonts(words), key=lambda pair: pair[0]):
        yield Run("".join(character for _, character in group if character not in MARKS), font, level)


def _with_fonts(words: str) -> Iterator[tuple[Font, str]]:
    """Each character with its font. Letters choose it; spaces, signs and marks stay with the letters before them."""
    letters = (fonts.of(character) for character in words if character.isalpha())
    font = next(letters, None) or fonts.plain()
    for character in words:
        if character.isalpha() or character not in font.advances:
            font = fonts.of(character) or font
        yield font, character


def _in_sight(found: list[Run]) -> list[Run]:
    """Runs in the order of reading, put into the order of seeing: rule L2."""
    for level in range(max((run.level for run in found), default=0), 0, -1):
        found = [*_turned(found, level)]
    return found


def _turned(found: Iterable[Run], level: int) -> Iterator[Run]:
    for deep, group in groupby(found, key=lambda run: run.level >= level):
        ordered = [*group]
        yield from reversed(ordered) if deep else ordered
