"""Words as they are said aloud, and the picture that stands before them."""

import unicodedata

JOINERS = "\u200c\u200d"
"""They part and join letters: what is heard depends on them."""

PAUSE = "…"


def said(words: str) -> str:
    """Words on one line without pictures and invisible signs; empty when nothing is left to say."""
    spoken = " ".join("".join(one for one in words if not _is_sign(one)).split())
    return spoken if any(one.isalnum() for one in spoken) else ""


def picture(label: str) -> str | None:
    """The picture that a label begins with; None when it begins with words."""
    first = "".join(one for one in label if unicodedata.category(one) != "Cf" or one in JOINERS).split()[:1]
    return first[0] if first and not any(one.isalnum() for one in first[0]) else None


def _is_sign(character: str) -> bool:
    kind = unicodedata.category(character)
    if kind == "Cf":
        return character not in JOINERS
    return kind in ("So", "Me") or "\ufe00" <= character <= "\ufe0f"
