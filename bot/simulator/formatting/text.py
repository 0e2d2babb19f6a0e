"""From what a bot or a phone sends as text to the text and entities of a message."""

import re
from typing import Any

from bot.simulator.errors import bad_request
from bot.simulator.formatting import html
from bot.simulator.formatting.detect import detected
from bot.simulator.formatting.entities import checked
from bot.simulator.formatting.units import units
from bot.simulator.records import Json

# Telegram drops these; the isolates U+2066 to U+2069 stay.
DROPPED = re.compile("[\r\u2028-\u202e]")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")


def formatted(text: str, parse_mode: str | None, entities: list[Any] | None) -> tuple[str, list[Json]]:
    """Return text and entities as Telegram would store them.

    Raises:
        Refusal: an unknown parse mode, or entities that cannot be parsed.
    """
    text = CONTROL.sub(" ", DROPPED.sub("", text))
    mode = (parse_mode or "none").lower()
    if mode == "html":
        text, own = html.parse(text)
    elif mode == "none":
        own = checked(text, entities or [])
    else:
        raise bad_request("unsupported parse_mode")
    text, own = _trimmed(text, own)
    return text, detected(text, own)


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Cut white space at both ends, at the beginning only as far as no entity stands there."""
    text = text.rstrip()
    room = min((entity["offset"] for entity in entities), default=len(text))
    lead = min(len(text) - len(text.lstrip(" \n")), room)
    return text[lead:], _within(entities, lead, units(text))


def _within(entities: list[Json], start: int, end: int) -> list[Json]:
    """Move entities by `start` units and cut them at `end`; what is left empty goes."""
    kept = []
    for entity in entities:
        length = min(entity["offset"] + entity["length"], end) - entity["offset"]
        if length > 0:
            kept.append({**entity, "offset": entity["offset"] - start, "length": length})
    return kept
