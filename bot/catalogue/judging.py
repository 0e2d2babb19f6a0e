"""Judging one entry by itself, as if it stood in a file: what is wrong with it, field by field, and what it becomes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.catalogue import images, interviews, jobs, packs, regions, safeguarding, skills, tips
from bot.catalogue.authored import Authored
from bot.catalogue.fields import Fields
from bot.catalogue.problems import Notes
from bot.catalogue.reading import Node
from bot.learning.levels import LEVELS

NAMED = re.compile(r"`([\w.]+)` (.*)", re.DOTALL)
"""How a note begins that is about a field."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a field, such as ``options.a.word``; with the whole when ``field`` is empty."""

    field: str
    message: str


@dataclass(frozen=True)
class Judged:
    """What was found: the faults, and the entry as it would be published, with its words to translate."""

    faults: tuple[Fault, ...]
    entry: Authored | None


@dataclass(frozen=True)
class Place:
    """Where an entry stands: the file, what the file holds, and the way to the entry within it."""

    file: str
    holds: Mapping[str, Any]
    way: str


Raw = dict[str, Any]


def judge(kind: str, entry_id: str, body: Mapping[str, Any], written_in: str) -> Judged:
    """Judge an entry.

    Args:
        kind: one of ``PLACES``.
        entry_id: its permanent id.
        body: as it is kept, or as it was written in a form.
        written_in: the language of what is explained.

    Raises:
        KeyError: entries of this kind are not judged by themselves.
    """
    place = PLACES[kind](entry_id, as_written(body), written_in)
    ways: list[str] = []
    notes = Notes(place.file)
    parse = PARSERS[kind]
    found = [one for one in parse(Fields(_node(place.holds, "", ways), "", notes)) if one.id == entry_id]
    faults = dict.fromkeys(
        _fault(ways[problem.line], problem.message, place.way)
        for problem in notes.problems
        if _within(ways[problem.line], problem.message, place.way)
    )
    return Judged(tuple(faults), found[0] if found else None)


def as_written(value: Any) -> Any:
    """A body as its author would write it: without what is left out, every scalar a string."""
    if isinstance(value, Mapping):
        return {key: as_written(inner) for key, inner in value.items() if inner not in (None, "", False, {})}
    if isinstance(value, list | tuple):
        return [as_written(inner) for inner in value]
    return "yes" if value is True else str(value)


def _item(entry_id: str, body: Raw, written_in: str) -> Place:
    own = {"id": entry_id, "type": body.get("type", ""), **body.get("body", {})}
    unit = {"id": body.get("unit", ""), "title": "-", "can_do": "-", "items": [own]}
    return _pack(body, written_in, unit, "units.0.items.0")


def _unit(entry_id: str, body: Raw, written_in: str) -> Place:
    own: Raw = {"id": entry_id} | {name: body[name] for name in ("title", "can_do") if name in body}
    sector = entry_id.partition(".")[0]
    return _pack({**body, "sector": sector, "level": LEVELS[0]}, written_in, own, "units.0")


def _pack(body: Raw, written_in: str, unit: Raw, way: str) -> Place:
    names = {name: str(body.get(name, "")) for name in ("target", "sector", "level")}
    file = f"packs/{'/'.join(names.values())}.yml"
    return Place(file, {**names, "written_in": written_in, "licence": "-", "units": [unit]}, way)


def _listed(folder: str, held_by: tuple[str, ...], members: str) -> Callable[[str, Raw, str], Place]:
    """The place of a kind of which a file holds many; the head of the file is among the fields of each body."""

    def place(entry_id: str, body: Raw, written_in: str) -> Place:
        head = {name: str(body.get(name, "")) for name in held_by}
        own = {"id": entry_id, **{name: value for name, value in body.items() if name not in head}}
        holds: Raw = {**head, "written_in": written_in}
        holds[members] = [own]
        if folder == "skills":
            holds |= {"picture": "-", "name": "-"}
        return Place(f"{folder}/{head[held_by[0]]}.yml", holds, f"{members}.0")

    return place


def _image(entry_id: str, body: Raw, written_in: str) -> Place:
    holds: Raw = {"written_in": written_in, "images": [{"id": entry_id, **body}]}
    return Place(f"{images.FOLDER}/{images.INDEX}", holds, "images.0")


def _whole(folder: str, named: str, **head: str) -> Callable[[str, Raw, str], Place]:
    """The place of a kind of which a file holds one; ``head`` is what else begins the file."""

    def place(entry_id: str, body: Raw, written_in: str) -> Place:
        name = entry_id.partition(".")[2]
        written = {} if folder == "safeguarding" else {"written_in": written_in}
        return Place(f"{folder}/{name}.yml", {named: name, **head, **written, **body}, "")

    return place


def _region(entry_id: str, body: Raw, written_in: str) -> Place:
    """A region leaves out the lists that it has nothing for."""
    return _whole("regions", "region")(entry_id, {name: one for name, one in body.items() if one != []}, written_in)


PLACES: Mapping[str, Callable[[str, Raw, str], Place]] = {
    "item": _item,
    "unit": _unit,
    "tip": _listed("tips", ("topic", "region"), "tips"),
    "skill": _listed("skills", ("field", "target"), "cards"),
    "skill_field": _whole("skills", "field", target="-"),
    "job": _listed("jobs", ("sector", "target"), "jobs"),
    "interview": _listed("interviews", ("target",), "questions"),
    "image": _image,
    "region": _region,
    "safeguarding": _whole("safeguarding", "language"),
}

PARSERS: Mapping[str, Callable[[Fields], Iterator[Authored]]] = {
    "item": packs.parse,
    "unit": packs.parse,
    "tip": tips.parse,
    "skill": skills.parse,
    "skill_field": skills.parse,
    "job": jobs.parse,
    "interview": interviews.parse,
    "image": images.parse,
    "region": regions.parse,
    "safeguarding": safeguarding.parse,
}

MEMBERS = ("items", "cards")
"""What an entry holds in its file that is judged by itself."""


def _node(value: Any, way: str, ways: list[str]) -> Node:
    """A value as nodes whose lines are numbers of ``ways``: so a note tells which field it is about."""
    line = len(ways)
    ways.append(way)
    if isinstance(value, Mapping):
        return Node({str(key): _node(inner, _joined(way, str(key)), ways) for key, inner in value.items()}, line)
    if isinstance(value, list):
        return Node([_node(inner, _joined(way, str(place)), ways) for place, inner in enumerate(value)], line)
    return Node(str(value), line)


def _joined(way: str, name: str) -> str:
    return f"{way}.{name}" if way else name


def _within(way: str, message: str, entry: str) -> bool:
    """Whether a note is about the entry, not about what stands around it."""
    named = NAMED.fullmatch(message)
    if named and named[1] in MEMBERS and way == entry:
        return False
    return not entry or way == entry or way.startswith(f"{entry}.")


def _fault(way: str, message: str, entry: str) -> Fault:
    field = way.removeprefix(entry).removeprefix(".")
    named = NAMED.fullmatch(message)
    if not named:
        return Fault(field, message)
    if named[1].startswith(f"{field}."):
        # An item type names a field by its whole path.
        field = named[1]
    elif field != named[1] and not field.endswith(f".{named[1]}"):
        field = _joined(field, named[1])
    return Fault(field, named[2])
