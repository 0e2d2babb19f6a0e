"""A new entry: where it belongs, how its id begins, and what is there before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.catalogue import kinds
from bot.catalogue.course import Course
from bot.learning.items import item_types
from bot.learning.levels import LEVELS
from bot.learning.syllabus import SHARED
from bot.store import Store, shelves
from bot.store.shelves import Wish


@dataclass(frozen=True)
class Beginning:
    """What a new entry begins with: what tells where it belongs, and how its id begins."""

    kind: str
    base: Mapping[str, Any]
    before: str


HELD_BY = {"tip": "topic", "skill": "field", "job": "sector"}
"""Kinds whose entries belong to something that a field of theirs names."""

KINDS = ("item", "unit", "interview", *HELD_BY)
"""What can be made new."""

LONGEST_WORD = 100
"""Characters that are taken of a word from work."""


def holders(course: Course, kind: str) -> list[str]:
    """What a new entry of this kind may belong to: sectors, topics, groups of skills."""
    sectors = [SHARED, *(sector.id for sector in course.region.sectors)]
    known = {
        "unit": sectors,
        "job": [one for one in sectors if one != SHARED],
        "tip": sorted({tip.topic for tip in course.all_tips.values()}),
        "skill": [*course.skill_fields],
    }
    return known.get(kind, [])


def begin(course: Course, kind: str, holder: str) -> Beginning | None:
    """Begin an entry that is no item; None when there is nothing of this name that it could belong to."""
    target = {"target": course.region.target}
    if kind == "interview":
        return Beginning(kind, target, kind)
    if holder not in holders(course, kind):
        return None
    if kind == "unit":
        return Beginning(kind, target, holder)
    place = {"region": course.region.id} if kind == "tip" else target
    return Beginning(kind, {HELD_BY[kind]: holder, **place}, f"{kind}.{holder}")


def begin_item(unit: str, pack: str, of_type: str) -> Beginning | None:
    """Begin an item of a unit; None when there is no such type, or it is not for the pack's level."""
    target, _, rest = pack.partition("/")
    sector, _, level = rest.partition("/")
    if of_type not in types_for(level):
        return None
    belongs = {"type": of_type, "unit": unit, "sector": sector, "level": level, "target": target}
    return Beginning("item", {**belongs, "body": {}}, unit)


def with_word(found: Beginning, word: str) -> dict[str, Any]:
    """An item that is made of a word, with that word where its type needs words of the target language."""
    needed = next(one for one in kinds.shapes(found.kind, found.base) if one.target and one.required)
    text = " ".join(word.split())[:LONGEST_WORD]
    return kinds.with_fields(found.kind, found.base, {needed.name: [text] if needed.holds is list else text})


def types_for(level: str) -> list[str]:
    """The types of items that may be used at a level; none when there is no such level."""
    if level not in LEVELS:
        return []
    known = item_types()
    return [name for name in known if LEVELS.index(known[name].first_level) <= LEVELS.index(level)]


def pack_of(store: Store, course: Course, unit: str, level: str) -> str | None:
    """The pack to which a unit's items belong: that of those that it has, else one of this level."""
    items, _ = shelves.page(store, Wish(kind="item", unit=unit))
    if items:
        return items[0].pack
    return f"{course.region.target}/{unit.partition('.')[0]}/{level}" if level in LEVELS else None
