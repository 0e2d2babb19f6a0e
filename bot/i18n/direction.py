"""Words of two writing directions in one message (Unicode Standard Annex 9)."""

import re
import unicodedata
from typing import Literal

Direction = Literal["ltr", "rtl"]

ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
MARKS: dict[Direction, str] = {"ltr": "\u200e", "rtl": "\u200f"}

_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_END = re.compile("[\n\r\x1c-\x1e\x85\u2029]")
_ISOLATED = re.compile("\u2068[^\u2068\u2069]*\u2069")


def without_controls(words: str) -> str:
    """Words of outside without characters that could change the direction of what stands around them."""
    return _CONTROLS.sub("", words)


def isolated(words: str) -> str:
    """Words that neither change the direction of what stands around them nor are changed by it.

    The end of a line ends an isolate too, so each line has its own.
    """
    each = _LINE_END.sub(rf"{POP_ISOLATE}\g<0>{ISOLATE}", words)
    return f"{ISOLATE}{each}{POP_ISOLATE}"


def needs_isolating(words: str, direction: Direction) -> bool:
    """Whether words inside a message of this direction must be isolated."""
    return direction == "rtl" or "rtl" in _strong(words)


def leading(words: str, direction: Direction) -> str:
    """Words that open a message of this direction: the first strong character decides for all of it."""
    outside = _strong(_outside_isolates(words))
    if outside and direction not in outside:
        return isolated(words)
    # Some apps look into isolates for that first character, so it is not left to chance.
    first = _strong(words)[:1] or [direction]
    return words if first == [direction] == (outside[:1] or [direction]) else MARKS[direction] + words


def _outside_isolates(words: str) -> str:
    while _ISOLATED.search(words):
        words = _ISOLATED.sub("", words)
    return words


def _strong(words: str) -> list[Direction]:
    kinds = (unicodedata.bidirectional(character) for character in words)
    return [_STRONG[kind] for kind in kinds if kind in _STRONG]
