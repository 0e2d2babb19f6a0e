"""Texts that are too long for one message: cut at line ends, or between words."""

import html
import re
from collections.abc import Iterator

TAG = re.compile(r"<(/?)(\w+)>")


def length(text: str) -> int:
    """The length that Telegram counts: UTF-16 units of what is shown of an HTML text."""
    return len(shown(text).encode("utf-16-le", "surrogatepass")) // 2


def shown(text: str) -> str:
    """An HTML text as plain text."""
    return html.unescape(TAG.sub("", text))


def split(text: str, limit: int) -> list[str]:
    """An HTML text as texts of at most ``limit`` UTF-16 units, cut at line ends where possible."""
    if length(text) <= limit:
        return [text]
    pieces = [""]
    for line in _lines(text, limit):
        longer = f"{pieces[-1]}\n{line}"
        if pieces[-1] and length(longer) > limit:
            pieces.append(line)
        else:
            pieces[-1] = longer.lstrip("\n")
    return [piece for piece in pieces if piece.strip()]


def _lines(text: str, limit: int) -> Iterator[str]:
    """The lines, each valid by itself; one that is too long comes in parts and without markup."""
    for line in text.split("\n"):
        if length(line) <= limit and _is_closed(line):
            yield line
        else:
            yield from (html.escape(part, quote=False) for part in _parts(shown(line), limit))


def _is_closed(line: str) -> bool:
    """Whether every tag that opens in a line closes in it."""
    opened: list[str] = []
    for closing, name in TAG.findall(line):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def _parts(words: str, limit: int) -> Iterator[str]:
    """Plain words in parts, cut at a space if there is one in the second half."""
    while words:
        part = words.encode("utf-16-le", "surrogatepass")[: 2 * limit].decode("utf-16-le", "ignore")
        if len(part) < len(words):
            part = part[: space + 1] if (space := part.rfind(" ")) > len(part) // 2 else part
        yield part.rstrip()
        words = words[len(part) :]
