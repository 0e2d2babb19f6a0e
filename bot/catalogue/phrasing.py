"""What a translation must share with what it translates: placeholders, tags, and a length that fits."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.i18n.catalogues import PLACEHOLDER
from bot.i18n.markup import TAGS

LONGEST = {
    r"menu\..+": 24,
    r"(.+\.button\..+|sector\.button(\..+)?|sector\.[\w-]+\.\w+\.name|skills\.\w+\.name|.+\.[a-z]\.text)": 30,
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


SAYS = {
    "lacks": "lacks {{{name}}}",
    "beyond": "has {{{name}}}, which the source has not",
    "tags": "has other tags than the source",
    "long": "has {length} characters: at most {longest} fit",
    "isolates": "has U+2068 without its U+2069, or the other way round: both are invisible; type the words anew",
    "unclosed": "has a tag that is not closed, or closed in the wrong order",
    "unknown_tag": "has {tag}: only <b> and <i> are known",
    "empty": "is empty: fill in every form, or none",
    "forms": "has {found} forms: {wanted} are wanted",
}
"""What is told of each kind of finding; pages tell the same in their own language."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a translation: a kind of ``SAYS``, and what belongs into its sentence."""

    kind: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        return SAYS[self.kind].format(**self.values)


def form_problems(
    name: str, source: Sequence[str], forms: Sequence[str], plurals: int, tagged: bool
) -> Iterator[Finding]:
    """What is wrong with a translation in all its forms; empty ones count for nothing.

    Args:
        name: the key of a message, the context of words of the course.
        source: what is translated, in its forms.
        forms: the translation.
        plurals: how many plural forms the language has.
        tagged: whether tags are known there: in messages.
    """
    wanted = plurals if len(source) > 1 else 1
    if len(forms) != wanted:
        yield Finding("forms", {"found": len(forms), "wanted": wanted})
    for form in filter(None, forms):
        yield from problems_of(name, source[-1], form, tagged)


def problems_of(name: str, source: str, form: str, tagged: bool) -> Iterator[Finding]:
    """What is wrong with one form of a translation; the names are those of ``form_problems``."""
    yield from differences(source, form)
    yield from faults(name, form)
    yield from unknown_tags(form) if tagged else ()


def differences(source: str, translation: str) -> Iterator[Finding]:
    """What a translation lacks of its source, or has beyond it. A plural form may say a count in a word."""
    wanted, found = set(PLACEHOLDER.findall(source)), set(PLACEHOLDER.findall(translation))
    for name in sorted(wanted - found - {"count"}):
        yield Finding("lacks", {"name": name})
    for name in sorted(found - wanted):
        yield Finding("beyond", {"name": name})
    if Counter(TAGS.findall(source)) != Counter(TAGS.findall(translation)):
        yield Finding("tags")


def faults(name: str, words: str) -> Iterator[Finding]:
    """What is wrong with words by themselves. ``name`` is their key or context."""
    shown = TAGS.sub("", words)
    fits = longest(name)
    length = len(shown) if fits else len(shown.encode("utf-16-le")) // 2
    if length > (fits or LONGEST_MESSAGE):
        yield Finding("long", {"length": length, "longest": fits or LONGEST_MESSAGE})
    if not _isolates_balanced(words):
        yield Finding("isolates")
    if not _balanced(words):
        yield Finding("unclosed")


def longest(name: str) -> int | None:
    """How many characters fit where these words are shown; None where there is room for any message."""
    return next((fit for names, fit in LONGEST.items() if re.fullmatch(names, name)), None)


def unknown_tags(words: str) -> Iterator[Finding]:
    """Tags that would be shown as text."""
    for tag in _ANY_TAG.findall(words):
        if not TAGS.fullmatch(tag):
            yield Finding("unknown_tag", {"tag": tag})


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
