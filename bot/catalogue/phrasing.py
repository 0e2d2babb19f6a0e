"""What a translation must share with what it translates: placeholders, tags, and a length that fits."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.i18n.catalogues import PLACEHOLDER
from bot.i18n.markup import TAGS

LONGEST_BUTTON = 30
LONGEST_MESSAGE = 4096
"""Telegram counts UTF-16 units."""

_ANY_TAG = re.compile(r"<[^<>]*>")
_ON_BUTTONS = re.compile(r"^menu\.|\.button\.|^sector\.\w+\.name$|\.[a-z]\.text$")


def differences(source: str, translation: str) -> Iterator[str]:
    """What a translation lacks of its source, or has beyond it. A plural form may say a count in a word."""
    wanted, found = set(PLACEHOLDER.findall(source)), set(PLACEHOLDER.findall(translation))
    for name in sorted(wanted - found - {"count"}):
        yield f"lacks {{{name}}}"
    for name in sorted(found - wanted):
        yield f"has {{{name}}}, which the source has not"
    if Counter(TAGS.findall(source)) != Counter(TAGS.findall(translation)):
        yield "has other tags than the source"


def faults(name: str, words: str) -> Iterator[str]:
    """What is wrong with words by themselves. ``name`` is their key or context."""
    longest = LONGEST_BUTTON if _ON_BUTTONS.search(name) else LONGEST_MESSAGE
    length = len(TAGS.sub("", words).encode("utf-16-le")) // 2
    if length > longest:
        yield f"has {length} characters: at most {longest} fit"
    if not _balanced(words):
        yield "has a tag that is not closed, or closed in the wrong order"


def unknown_tags(words: str) -> Iterator[str]:
    """Tags that would be shown as text."""
    for tag in _ANY_TAG.findall(words):
        if not TAGS.fullmatch(tag):
            yield f"has {tag}: only <b> and <i> are known"


def _balanced(words: str) -> bool:
    open_tags: list[str] = []
    for tag in TAGS.findall(words):
        if not tag.startswith("</"):
            open_tags.append(tag[1:-1])
        elif not open_tags or open_tags.pop() != tag[2:-1]:
            return False
    return not open_tags
