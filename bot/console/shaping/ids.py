"""The permanent id of a new entry, as it is proposed: from what holds it and from its words."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from bot.catalogue import kinds
from bot.learning.shapes import Shape

LONGEST = 24
"""Characters that are taken from the words: an id is read by people, and stands on buttons."""

NAMING = ("word", "title", "name")
"""Fields that name an entry better than what is said in it."""

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def slug(words: str) -> str:
    """Words as a part of an id: small letters without accents and numbers, joined by underscores."""
    plain = unicodedata.normalize("NFKD", words.lower())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    parts = [part for part in _NOT_IN_IDS.split(bare) if part]
    while len("_".join(parts)) > LONGEST and len(parts) > 1:
        parts.pop()
    return "_".join(parts)[:LONGEST]


def proposed_id(kind: str, body: Mapping[str, Any], before: str, taken: Callable[[str], bool]) -> str:
    """An id for a new entry that nothing else has.

    Args:
        kind: the entry's.
        body: what is written of it so far.
        before: how its id begins: the unit of an item, ``tip.<topic>``, ``job.<sector>``, ...
        taken: whether there is something with an id.
    """
    name = slug(next(_words(kinds.shapes(kind, body), kinds.fields(kind, body)), "")) or "new"
    found, count = f"{before}.{name}", 1
    while taken(found):
        count += 1
        found = f"{before}.{name}_{count}"
    return found


def _words(shapes: Iterable[Shape], fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield what may name an entry, the best name first."""
    for shape in sorted(shapes, key=lambda shape: (shape.name not in NAMING, not shape.target)):
        value = fields.get(shape.name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, str) and slug(value):
            yield value
