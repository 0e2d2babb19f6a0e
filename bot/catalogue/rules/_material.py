"""What the rules look at."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.catalogue.authored import Authored
from bot.catalogue.folder import Folder
from bot.catalogue.problems import Problem
from bot.learning.items import Item, ItemType, item_types
from bot.learning.items.meet import TYPE as MEET
from bot.learning.levels import LEVELS


@dataclass(frozen=True)
class Written:
    """An item, and the entry that it was read from."""

    item: Item
    entry: Authored

    @property
    def type(self) -> ItemType:
        return item_types()[self.item.type]

    @property
    def target(self) -> str:
        """The language that it teaches."""
        return str(self.entry.body["target"])

    @property
    def place(self) -> str:
        """How messages call it."""
        return f"{self.item.id} ({self.entry.file}:{self.entry.line})"

    def problem(self, field: str, message: str) -> Problem:
        """A problem with one of its fields (``options.a.word``)."""
        return Problem(self.entry.file, self.entry.line_of(field), self.item.id, f"`{field}` {message}")


@dataclass(frozen=True)
class Material:
    """The whole content.

    Attributes:
        content: the folder with the content.
        locales: the folder with the translations.
        folder: what was read of the content.
        today: the day from which dates are judged.
    """

    content: Path
    locales: Path
    folder: Folder
    today: date

    @cached_property
    def items(self) -> tuple[Written, ...]:
        """The items that are in order, as their authors ordered them."""
        found = [entry for entry in self.folder.entries if entry.kind == "item" and entry.body["level"] in LEVELS]
        return tuple(Written(_item(entry, place), entry) for place, entry in enumerate(found))

    @cached_property
    def met(self) -> Mapping[str, Written]:
        """The items by which a word is met, by their ids."""
        return {one.item.id: one for one in self.items if one.type is MEET}

    @cached_property
    def units(self) -> Mapping[tuple[str, str, str], list[Written]]:
        """The items of each unit at each level, by target language, unit and level."""
        found: dict[tuple[str, str, str], list[Written]] = defaultdict(list)
        for one in self.items:
            found[one.target, one.item.unit, one.item.level].append(one)
        return found


def _item(entry: Authored, place: int) -> Item:
    fields = {name: entry.body[name] for name in ("type", "unit", "sector", "level", "body")}
    return Item(id=entry.id, position=place, revision=0, **fields)
