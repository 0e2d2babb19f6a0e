"""The forms of words: as Telegram's HTML, plain, and to be said aloud."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.i18n.aloud import PAUSE, voiced
from bot.i18n.parts import Verbatim

TAGS = re.compile(r"</?[bi]>")
_ESCAPED_TAGS = re.compile(r"&lt;(/?[bi])&gt;")


@dataclass(frozen=True)
class Markup:
    """How to write words of the course, messages of ours (with simple tags), bold words, and verbatim ones."""

    words: Callable[[str], str]
    message: Callable[[str], str]
    bold: Callable[[str], str]
    verbatim: Callable[[Verbatim], str]


def _escaped(words: str) -> str:
    return html.escape(words, quote=False)


HTML = Markup(
    words=_escaped,
    message=lambda words: _ESCAPED_TAGS.sub(r"<\1>", _escaped(words)),
    bold=lambda words: f"<b>{words}</b>",
    verbatim=lambda part: _escaped(part.text),
)
PLAIN = Markup(
    words=lambda words: words,
    message=lambda words: TAGS.sub("", words),
    bold=lambda words: words,
    verbatim=lambda part: part.text,
)


def _voiced(part: Verbatim) -> str:
    if not any(one.isalnum() for one in part.text):
        return ""
    return voiced(part.text, part.language, part.personal) if part.language else PAUSE


ALOUD = replace(PLAIN, verbatim=_voiced)
"""Words of another language are said in its voice; for names and what a learner wrote stands a pause,
for pictures nothing."""
