"""Scripts: what words are written in."""

import unicodedata
from collections import Counter


def script(words: str) -> str | None:
    """The script of most letters, as Unicode names them (``LATIN``, ``ARABIC``); None without any letter."""
    letters = Counter(unicodedata.name(one, "").split(" ")[0] for one in words if one.isalpha())
    return letters.most_common(1)[0][0] if letters else None
