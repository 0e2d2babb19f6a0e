"""Telegram counts text in UTF-16 code units."""

from collections.abc import Sequence


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def positions(text: str) -> Sequence[int]:
    """Return for every index of `text`, its end included, how many UTF-16 units precede it."""
    before = [0]
    for character in text:
        before.append(before[-1] + 1 + (character > "\uffff"))
    return before


def cut(text: str, start: int, end: int) -> str:
    """Return the part of `text` from unit `start` to unit `end`."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * start : 2 * end].decode("utf-16-le", "replace")
