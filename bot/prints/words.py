"""Words as paper takes them: without what no font draws, in lines of one width."""

import unicodedata

from bot.pictures import fonts, lettering
from bot.pictures.lettering import Style

MOST = 600
"""Characters: more of one text have no room on any page here, and are not looked at."""

UNKNOWN = "?"
"""Stands for a letter of a script without a font here."""

PICTOGRAM = "So"
"""Unicode's category of them: the fonts of scripts do not have them."""

OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"
"""The signs that isolate words of another direction, and the one that ends this."""

INVISIBLE = f"\u200c\u200d\u200e\u200f\u061c{OPENING}{CLOSING}"
"""Signs without a shape of which the order or the shape of others depends."""

TOGETHER = "\u00a0\u202f"
"""Spaces at which no line ends, as before a French question mark."""

POINTS = 72 / 25.4
"""In a millimetre."""


def clean(words: str) -> str:
    """Words on one line, without pictograms; a letter that no font has is a question mark."""
    return " ".join(lettering.parts("".join(map(_drawn, words[:MOST]))))


def lines(words: str, style: Style, width: float, most: int) -> list[str]:
    """The words in at most so many lines of ``width`` millimetres; what does not fit is cut off with ``…``."""
    kept = clean(words)
    return _closed(lettering.lines(kept, style, width * POINTS, most)) if kept else []


def plain(words: str) -> str:
    """Words as they are read: without signs that nobody sees."""
    return "".join(one for one in clean(words) if one not in INVISIBLE)


def _drawn(character: str) -> str:
    if character.isspace():
        return character if character in TOGETHER else " "
    category = unicodedata.category(character)
    if category[0] == "C":
        return character if character in INVISIBLE else ""
    if category == PICTOGRAM:
        return ""
    if fonts.of(character):
        return character
    return UNKNOWN if category[0] in "LN" else ""


def _closed(broken: list[str]) -> list[str]:
    """Each line by itself: an isolate that goes on in the next line ends with this one and is opened anew."""
    closed, still_open = [], ""
    for line in broken:
        begun = still_open
        for sign in line:
            if sign in OPENING:
                still_open += sign
            elif sign == CLOSING:
                still_open = still_open[:-1]
        closed.append(begun + line + CLOSING * len(still_open))
    return closed
