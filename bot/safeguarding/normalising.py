"""One plain form of what people type, the same for phrases and for messages."""

import unicodedata
from collections.abc import Iterator
from itertools import chain


def _series(first: int, same_as: int, length: int = 8) -> dict[int, int]:
    return {first + step: same_as + step for step in range(length)}


# One letter, typed differently from keyboard to keyboard and from country to country. What
# decomposes into a letter and a mark (أ إ آ ئ ؤ й ё) needs no line here.
SAME_LETTERS: dict[int, int | str] = {
    **dict.fromkeys(map(ord, "ةہھەۀ"), "ه"),
    **dict.fromkeys(map(ord, "ىیېۍے"), "ي"),
    **dict.fromkeys(map(ord, "کګڪ"), "ك"),
    ord("ı"): "i",
    ord("ٱ"): "ا",
    ord("ـ"): "",
    ord("ł"): "l",
    ord("ø"): "o",
    # Tigrinya and Amharic spell one sound with either series of letters.
    **_series(0x1220, 0x1230),  # ሠ as ሰ
    **_series(0x1280, 0x1200),  # ኀ as ሀ
    **_series(0x1340, 0x1338),  # ፀ as ጸ
    ord("አ"): "ኣ",
    **dict.fromkeys(map(ord, "ሀኀ"), "ሃ"),
}
ZERO_WIDTH_NON_JOINER = "\u200c"
MODIFIER_APOSTROPHES = "ʼʻʹˈ"
# Dari and Persian write this beginning of a verb apart, joined, or with an invisible sign between. Pashto has a
# word of its own that reads the same here (مې, my), and has it apart. So it is taken apart everywhere: whatever
# else begins so (میوه, fruit) is taken apart in phrases and messages alike.
TAKEN_APART = ("مي", "نمي")


def normalise(text: str) -> str:
    """Return words with single spaces between: no case, diacritics, punctuation or variants.

    Arabic and Ethiopic letter forms, Turkish i and digits of any script become one form.
    Linear in the length of the text; never raises.
    """
    # Twice: some capitals appear only once a letter is decomposed, some marks once it is lower case.
    lower = unicodedata.normalize("NFKD", text).casefold()
    signs = unicodedata.normalize("NFKD", lower).translate(SAME_LETTERS)
    return " ".join(chain.from_iterable(map(_apart, "".join(map(_plain, signs)).split())))


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isalnum() else " "
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category == "Mn" or (category == "Cf" and sign != ZERO_WIDTH_NON_JOINER):
        return ""
    return sign if category[0] in "LMN" and sign not in MODIFIER_APOSTROPHES else " "


def _apart(word: str) -> Iterator[str]:
    """Yield each beginning that is taken apart, and the rest."""
    at = 0
    while word.startswith(TAKEN_APART, at):
        end = word.index("مي", at) + len("مي")
        yield word[at:end]
        at = end
    if at < len(word):
        yield word[at:]
