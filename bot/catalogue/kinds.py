"""The kinds of entries that are edited one by one, and the fields of each."""

from collections.abc import Mapping
from typing import Any

from bot.catalogue import images, interviews, jobs, packs, regions, safeguarding, skills, tips
from bot.learning.items import item_types
from bot.learning.shapes import Shape, names

Body = Mapping[str, Any]

ITEM = "item"

_SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "unit": packs.UNIT_SHAPES,
    "tip": tips.SHAPES,
    "skill": skills.CARD_SHAPES,
    "skill_field": skills.FIELD_SHAPES,
    "job": jobs.SHAPES,
    "interview": interviews.SHAPES,
    "image": images.SHAPES,
    "region": regions.SHAPES,
    "safeguarding": safeguarding.SHAPES,
}

KINDS = (ITEM, *_SHAPES)


def shapes(kind: str, body: Body) -> tuple[Shape, ...]:
    """The fields that authors write of an entry, in their order. Raises KeyError: no such kind, or type of item."""
    return item_types()[body["type"]].shapes if kind == ITEM else _SHAPES[kind]


def fields(kind: str, body: Body) -> Body:
    """What an entry's body holds in the fields that authors write."""
    return body.get("body", {}) if kind == ITEM else body


def with_fields(kind: str, body: Body, written: Body) -> dict[str, Any]:
    """The body with these fields in place of those that it had; what tells where it belongs stays as it is."""
    if kind == ITEM:
        return {**body, "body": dict(written)}
    known = names(shapes(kind, body))
    return {**{name: value for name, value in body.items() if name not in known}, **written}
