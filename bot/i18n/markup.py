"""The two forms in which words are shown: as Telegram's HTML, and plain."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

TAGS = re.compile(r"</?[bi]>")
_ESCAPED_TAGS = re.compile(r"&lt;(/?[bi])&gt;")


@dataclass(frozen=True)
class Markup:
    """How to write words (whatever they hold), messages of ours (with simple tags), and bold words."""

    words: Callable[[str], str]
    message: Callable[[str], str]
    bold: Callable[[str], str]


def _escaped(words: str) -> str:
    return html.escape(words, quote=False)


HTML = Markup(
    words=_escaped,
    message=lambda words: _ESCAPED_TAGS.sub(r"<\1>", _escaped(words)),
    bold=lambda words: f"<b>{words}</b>",
)
PLAIN = Markup(words=lambda words: words, message=lambda words: TAGS.sub("", words), bold=lambda words: words)
