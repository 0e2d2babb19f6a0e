"""The forms of words: as Telegram's HTML, plain, and to be said aloud."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.i18n.aloud import PAUSE

TAGS = re.compile(r"</?[bi]>")
_ESCAPED_TAGS = re.compile(r"&lt;(/?[bi])&gt;")


@dataclass(frozen=True)
class Markup:
    """How to write words of the course, messages of ours (with simple tags), bold words, and verbatim ones."""

    words: Callable[[str], str]
    message: Callable[[str], str]
    bold: Callable[[str], str]
    verbatim: Callable[[str], str]


def _escaped(words: str) -> str:
    return html.escape(words, quote=False)


HTML = Markup(
    words=_escaped,
    message=lambda words: _ESCAPED_TAGS.sub(r"<\1>", _escaped(words)),
    bold=lambda words: f"<b>{words}</b>",
    verbatim=_escaped,
)
PLAIN = Markup(
    words=lambda words: words,
    message=lambda words: TAGS.sub("", words),
    bold=lambda words: words,
    verbatim=lambda words: words,
)
ALOUD = replace(PLAIN, verbatim=lambda _: PAUSE)
"""Target words, names and what a person wrote are not said in the own language: a pause stands for them."""
