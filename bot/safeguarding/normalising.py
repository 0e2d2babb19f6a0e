"""One plain form of what people type, the same for phrases and for messages."""

import unicodedata


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
}
ZERO_WIDTH_NON_JOINER = "\u200c"
MODIFIER_APOSTROPHES = "ʼʻʹˈ"
# Dari and Persian write this beginning of a verb apart, joined, or with an invisible sign between.
JOINED_TO_NEXT = ("مي", "نمي")


def normalise(text: str) -> str:
    """Return words with single spaces between: no case, diacritics, punctuation or variants.

    Arabic and Ethiopic letter forms, Turkish i and digits of any script become one form.
    Linear in the length of the text; never raises.
    """
    # Twice: some capitals appear only once a letter is decomposed, some marks once it is lower case.
    lower = unicodedata.normalize("NFKD", text).casefold()
    signs = unicodedata.normalize("NFKD", lower).translate(SAME_LETTERS)
    return _joined("".join(map(_plain, signs)).split())


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isalnum() else " "
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category == "Mn" or (category == "Cf" and sign != ZERO_WIDTH_NON_JOINER):
        return ""
    return sign if category[0] in "LMN" and sign not in MODIFIER_APOSTROPHES else " "


def _joined(words: list[str]) -> str:
    return "".join(word if word in JOINED_TO_NEXT else f"{word} " for word in words).strip()
