"""Words as they are compared: without capitals, accents and signs, and with the digits 0 to 9."""

import re
import unicodedata

LONGEST = 300
"""Characters that are looked at."""

LONGEST_WORD = 30

SAME = str.maketrans({"ı": "i", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "’": "'", "ʼ": "'", "\u200c": " "})
"""Letters that people type for one another."""

HALF_OF_THE_DAY = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?\s?m\b")
"""``7:30 am``, ``8 p.m.``: written so in many languages."""

_TOKEN = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)|\d+|[^\W\d_]+")


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, in order; ``8:30`` is one of them, an apostrophe parts two."""
    return [one[:LONGEST_WORD] for one in _TOKEN.findall(HALF_OF_THE_DAY.sub(_of_24_hours, _plain(text[:LONGEST])))]


def _plain(text: str) -> str:
    digits = "".join(_digit(one) for one in unicodedata.normalize("NFKC", text))
    parts = unicodedata.normalize("NFKD", digits.casefold())
    return "".join(one for one in parts if unicodedata.category(one) not in ("Mn", "Lm")).translate(SAME)


def _of_24_hours(match: re.Match[str]) -> str:
    hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
    return f"{hour:02}:{match[2] or '00'}"


def _digit(character: str) -> str:
    """Arabic-Indic, Persian and other decimal digits as 0 to 9."""
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
