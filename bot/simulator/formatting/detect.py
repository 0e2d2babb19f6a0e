"""What Telegram finds in a text by itself: commands, links, addresses, names, hashtags."""

import re

from bot.simulator.formatting.units import positions
from bot.simulator.records import Json

# In the order in which they win over each other.
PATTERNS = (
    ("url", re.compile(r"""https?://[^\s<>"]*[^\s<>".,;:!?()\[\]{}']""")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("url", re.compile(r"(?<![\w@./-])(?:[\w-]+\.)+(?:be|com|eu|info|io|me|net|nl|org)\b(?:/[^\s<>\"]*[\w/=#-])?")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])")),
    ("mention", re.compile(r"(?<!\w)@[a-zA-Z0-9_]{3,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}")),
)
# Telegram looks for nothing inside these.
CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})


def detected(text: str, entities: list[Json]) -> list[Json]:
    """Return `entities` with those that Telegram adds by itself, sorted by place."""
    found = list(entities)
    taken = [_span(entity) for entity in entities if entity["type"] in CLOSED]
    before = positions(text)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = before[match.start()], before[match.end()]
            if all(end <= other_start or other_end <= start for other_start, other_end in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def _span(entity: Json) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]
