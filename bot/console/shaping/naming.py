"""What a field may name: pictures, and the entries that there are, published or only drafted."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from bot.catalogue.course import Course
from bot.console.visit import Visit
from bot.store import shelves
from bot.store.tables import Label

There = Callable[[str], Mapping[str, str]]
"""What there is of a kind, by id: what each is called."""

TEACHES = "meet"
"""The type of the items that others may be about."""


def what_there_is(visit: Visit, body: Mapping[str, Any]) -> There:
    """What the fields of an entry may name: of items those of its own unit that teach a word."""
    course = visit.desk.courses.current()

    @cache
    def there(kind: str) -> Mapping[str, str]:
        if kind == "image":
            return {name: name for name in course.images}
        of_unit = (TEACHES, str(body.get("unit", ""))) if kind == "item" else ()
        found = shelves.named(visit.desk.store, kind, *of_unit)
        named = {one.entry_id: f"{_name(course, one)} · {one.entry_id}" for one in found}
        return dict(sorted(named.items(), key=lambda one: one[1].casefold()))

    return there


def _name(course: Course, label: Label) -> str:
    """What an entry is called: an item that teaches a word by that word, once it is published."""
    item = course.items.get(label.entry_id)
    return str(item.body.get("word", label.title)) if item else label.title
