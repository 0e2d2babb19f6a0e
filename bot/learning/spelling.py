"""Is this typed word meant to be that one? Typing slips pass, other words do not."""

import unicodedata
from collections.abc import Set

from rapidfuzz.distance import OSA

APOSTROPHES = "'’‘ʼ`´"
# Letters of the right word -> slips allowed: short words differ by one letter too often.
TOLERANCES = ((8, 2), (4, 1))
MOST_SLIPS = 2


def plain(text: str) -> str:
    """Return the text without case, diacritics, punctuation and superfluous spaces."""
    signs = unicodedata.normalize("NFKD", text).casefold()
    kept = (sign for sign in signs if not unicodedata.combining(sign) and sign not in APOSTROPHES)
    return " ".join("".join(sign if sign.isalnum() else " " for sign in kept).split())


def near(typed: str, right: str, other_words: Set[str] = frozenset()) -> bool:
    """Whether plain `typed` is plain `right` with no more than typing slips.

    Words are compared one by one, so that a slip in a long word never excuses another short one.
    A compound written apart, or two words written as one, is a slip too.

    Args:
        other_words: plain words that mean something else and are never a slip.
    """
    if typed.replace(" ", "") == right.replace(" ", ""):
        return True
    words, meant = typed.split(), right.split()
    if len(words) != len(meant):
        return False
    slips = [_slips(*pair, other_words) for pair in zip(words, meant, strict=True)]
    return None not in slips and sum(filter(None, slips)) <= MOST_SLIPS


def _slips(word: str, meant: str, other_words: Set[str]) -> int | None:
    """Count the slips between two words; None when it is another word."""
    if word == meant:
        return 0
    # A longer form of the word itself ("hamers" for "hamer") is a slip, even where it is listed.
    if word in other_words and not word.startswith(meant):
        return None
    slips = OSA.distance(word, meant)
    return slips if slips <= _tolerance(meant) else None


def _tolerance(word: str) -> int:
    if not word.isalpha():
        return 0
    return next((slips for letters, slips in TOLERANCES if len(word) >= letters), 0)
