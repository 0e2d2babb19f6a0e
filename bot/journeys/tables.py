"""Columns, described once: a page shows them, and a file holds the same."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from bot.i18n import Part, Text

Cell: TypeAlias = Part | int | tuple[Part, ...] | None
"""Words, a number, several words, or nothing."""

Names = Callable[[str], str]
"""Names a language, by its code, in the language of who reads."""

T = TypeVar("T")


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its head, what stands in it about one thing, and whether that is long."""

    head: Text
    of: Callable[[T], Cell]
    long: bool = False
