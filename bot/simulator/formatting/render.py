"""A message as HTML for the page: safe, every tag one of ours."""

from html import escape
from urllib.parse import urlsplit

from bot.simulator.formatting.units import cut, units
from bot.simulator.records import Json

SIMPLE = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
LINKS = {"url": "", "text_link": "", "email": "mailto:"}
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "tg"})


def rendered(text: str, entities: list[Json]) -> str:
    """Return `text` as HTML, its entities as elements; entities that cross each other are cut."""
    ordered = sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return _nested(text, ordered, 0, units(text))


def _nested(text: str, entities: list[Json], start: int, end: int) -> str:
    parts: list[str] = []
    position = start
    while entities:
        first, *rest = entities
        opens = max(first["offset"], position)
        closes = min(first["offset"] + first["length"], end)
        inner = [entity for entity in rest if entity["offset"] < closes]
        entities = [entity for entity in rest if entity["offset"] >= closes]
        if closes <= opens:
            continue
        parts.append(escape(cut(text, position, opens)))
        parts.append(_element(first, cut(text, opens, closes), _nested(text, inner, opens, closes)))
        position = closes
    return "".join([*parts, escape(cut(text, position, end))])


def _element(entity: Json, plain: str, inside: str) -> str:
    kind = entity["type"]
    if kind in SIMPLE:
        return f"<{SIMPLE[kind]}>{inside}</{SIMPLE[kind]}>"
    if kind == "spoiler":
        return f'<button type="button" class="spoiler">{inside}</button>'
    if kind == "bot_command":
        return f'<button type="button" class="command" data-command="{escape(plain)}">{inside}</button>'
    if kind in LINKS:
        return _link(entity.get("url") or LINKS[kind] + plain, inside)
    return inside


def _link(url: str, inside: str) -> str:
    target = url if urlsplit(url).scheme else f"https://{url}"
    if urlsplit(target).scheme not in SAFE_SCHEMES:
        return inside
    return f'<a href="{escape(target)}" target="_blank" rel="noopener noreferrer">{inside}</a>'
