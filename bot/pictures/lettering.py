"""Words in a picture: which font draws which of them, how wide they are, and where a line ends."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

from bot.pictures import fonts
from bot.pictures.fonts import Font

MORE = "…"
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
BOLD_IS_WIDER = 1.08
"""The fonts tell their widths in the regular weight."""


class NotDrawable(ValueError):
    """A picture cannot be drawn; the message says what no font has."""


@dataclass(frozen=True)
class Style:
    """How words look: size in pixels, weight from 100 to 900, colour."""

    size: int
    weight: int
    colour: str


def lines(words: str, style: Style, width: float, most: int) -> list[str]:
    """The words in at most ``most`` lines of ``width`` pixels; what does not fit is cut off with ``…``.

    Raises NotDrawable when no font has one of the characters.
    """
    left, found = parts(_clean(words)), [""]
    for number, word in enumerate(left):
        longer = f"{found[-1]} {word}".strip()
        if measured(longer, style) <= width:
            found[-1] = longer
        elif found[-1] and len(found) < most:
            found.append(word)
        else:
            return [*found[:-1], _cut(" ".join([found[-1], *left[number:]]).strip(), style, width)]
    return found if measured(found[-1], style) <= width else [*found[:-1], _cut(found[-1], style, width)]


def parts(words: str) -> list[str]:
    """The parts between which a line may end: a space that is to keep two words together is none."""
    return [part for part in _SPACE.split(words) if part]


def measured(words: str, style: Style) -> float:
    """The width in pixels. Letters that join are a little narrower than this."""
    em = sum(font.advances.get(character, 0) for character, font in _with_fonts(words))
    return em * style.size * (BOLD_IS_WIDER if style.weight > 500 else 1)


def spans(words: str) -> str:
    """The words as SVG: one span for each font."""
    runs = groupby(_with_fonts(words), key=lambda pair: pair[1].family)
    texts = ((family, "".join(character for character, _ in run)) for family, run in runs)
    return "".join(f'<tspan font-family="{family}">{escape(text)}</tspan>' for family, text in texts)


def files_for(words: str) -> set[str]:
    """The font files that draw these words."""
    return {font.file for _, font in _with_fonts(words)}


def _cut(words: str, style: Style, width: float) -> str:
    while words and measured(words + MORE, style) > width:
        words = words[:-1]
    return words.rstrip() + MORE


def _clean(words: str) -> str:
    """Words without pictograms: they decorate, and the fonts of scripts do not have them."""
    return "".join(one for one in words if unicodedata.category(one) != "So" and not "\ufe00" <= one <= "\ufe0f")


def _with_fonts(words: str) -> Iterator[tuple[str, Font]]:
    """Each character with its font. Those of no shape of their own stay in the run where they stand."""
    font = _opening(words)
    for character in words:
        if not _shapeless(character) and character not in font.advances:
            font = _font_of(character)
        yield character, font


def _opening(words: str) -> Font:
    """The font that a line begins with: that of its own script, if it has another than ours.

    resvg shapes a whole line with its first font and then exchanges glyphs; where that font does not know how
    Arabic letters join, some of them get lost.
    """
    used = (_font_of(character) for character in words if not _shapeless(character))
    plain = fonts.plain()
    return next((font for font in used if font is not plain), plain)


def _font_of(character: str) -> Font:
    found = fonts.of(character)
    if found is None:
        raise NotDrawable(f"no font has U+{ord(character):04X}: the words go out without a picture")
    return found


def _shapeless(character: str) -> bool:
    return unicodedata.category(character) == "Cf"
