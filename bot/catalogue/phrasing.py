"""What a translation must share with what it translates: placeholders, tags, and a length that fits."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.i18n.catalogues import PLACEHOLDER
from bot.i18n.markup import TAGS

LONGEST = {
    r"menu\..+": 24,
    r"(.+\.button\..+|sector\.button(\..+)?|sector\.\w+\.name|skills\.\w+\.name|.+\.[a-z]\.text)": 30,
    r"topic\..+": 34,
    r"command\..+": 60,
    r"profile\.short": 120,
    r"profile\.description": 512,
}
"""How many characters fit, by the key of a message or the context of words of the course. What stands on a
button is cut off beyond; longer texts of the profile Telegram refuses."""
LONGEST_MESSAGE = 4096
"""Telegram counts UTF-16 units."""

_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"
_ANY_TAG = re.compile(r"<[^<>]*>")


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
    shown = TAGS.sub("", words)
    longest = next((fit for names, fit in LONGEST.items() if re.fullmatch(names, name)), None)
    length = len(shown) if longest else len(shown.encode("utf-16-le")) // 2
    if length > (longest or LONGEST_MESSAGE):
        yield f"has {length} characters: at most {longest or LONGEST_MESSAGE} fit"
    if not _isolates_balanced(words):
        yield "has U+2068 without its U+2069, or the other way round: both are invisible; type the words anew"
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


def _isolates_balanced(words: str) -> bool:
    depth = 0
    for character in words:
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth < 0:
            return False
    return depth == 0
