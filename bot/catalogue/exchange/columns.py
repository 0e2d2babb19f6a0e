"""The columns of a sheet, made from the description of what stands in its rows: items of each type, units and tips."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.catalogue import kinds
from bot.catalogue.exchange.flat import NAME, general
from bot.learning.items import item_types
from bot.learning.shapes import Day, OneOf, PartOf, Parts, Plain, Shape, Yes

LEADING = ("id", "unit", "pack", "type")
"""What every row begins with; a unit stands in a pack, an item in a unit of a pack. The pack of a tip is its region."""
KINDS = ("unit", "tip")

FREE = 6
"""Parts for which a template has room when there may be any number."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"

_HEAD = re.compile(r"\w+(\.([a-z]|[1-9]\d?)\.\w+)*")


@dataclass(frozen=True)
class Column:
    """One column: its head, its field, whether no row can do without it, and its values if these are few."""

    head: str
    shape: Shape
    required: bool
    values: tuple[str, ...] = ()


def types() -> tuple[str, ...]:
    """What a row may be: an item of a type, or an entry of another kind."""
    return (*item_types(), *KINDS)


def kind_of(type_name: str) -> str:
    """The kind of entry that a row of this type is."""
    return type_name if type_name in KINDS else "item"


@cache
def shapes(type_name: str) -> tuple[Shape, ...]:
    """The fields of a row of this type."""
    return kinds.shapes(kind_of(type_name), {"type": type_name})


def columns(type_name: str, numbered: Collection[str] = ()) -> Sequence[Column]:
    """The columns of a type. ``numbered`` are the general paths of parts that have numbers instead of letters."""
    return [*_columns(shapes(type_name), numbered, "", required=True)]


@cache
def lists(type_name: str) -> frozenset[str]:
    """The general paths of fields that are lists."""
    return frozenset(general(one.head) for one in columns(type_name) if one.shape.holds is list)


@cache
def truths(type_name: str) -> frozenset[str]:
    """The columns that take true or false."""
    return frozenset(one.head for one in columns(type_name) if "true" in one.values)


@cache
def known() -> frozenset[str]:
    """The general paths of all columns that there are."""
    every = [one for name in types() for one in columns(name)]
    named = (f"{general(one.head).rpartition('.')[0]}.{NAME}" for one in every if "." in one.head)
    return frozenset((*LEADING, *(general(one.head) for one in every), *named))


def is_known(head: str) -> bool:
    """Whether a column may be called so."""
    return bool(_HEAD.fullmatch(head)) and general(head) in known()


def is_day(head: object) -> bool:
    """Whether the cells of a column are days."""
    return isinstance(head, str) and head.strip().casefold() in _days()


def heads() -> tuple[str, ...]:
    """What columns are called in templates, to find the one that was meant."""
    return (*LEADING, *dict.fromkeys(one.head for name in types() for one in columns(name)))


@cache
def _days() -> frozenset[str]:
    return frozenset(one.head for name in types() for one in columns(name) if isinstance(one.shape, Day))


def _columns(fields: Sequence[Shape], numbered: Collection[str], way: str, required: bool) -> Iterator[Column]:
    for shape in fields:
        path = f"{way}.{shape.name}" if way else shape.name
        needed = required and shape.required
        if isinstance(shape, Parts):
            yield from _parts(shape, numbered, path, needed)
        else:
            yield Column(path, shape, needed, _values(shape, fields))


def _values(shape: Shape, beside: Sequence[Shape]) -> tuple[str, ...]:
    """The values that a field takes; none when it takes any words."""
    if isinstance(shape, OneOf):
        return shape.values
    parts = [one for one in beside if isinstance(one, Parts) and not one.named]
    if isinstance(shape, PartOf) and parts:
        return tuple(LETTERS[: parts[0].most or FREE])
    return ("yes",) if isinstance(shape, Yes) else ()


def _parts(parts: Parts, numbered: Collection[str], way: str, required: bool) -> Iterator[Column]:
    by_number = parts.named or general(way) in numbered
    for place in range(parts.most or max(parts.least, FREE)):
        path = f"{way}.{place + 1 if by_number else LETTERS[place]}"
        needed = required and place < parts.least
        if by_number:
            yield Column(f"{path}.{NAME}", Plain(NAME), needed)
        yield from _columns(parts.fields, numbered, path, needed)
