"""A body as cells, each by its path, and back: ``right``, ``options.a.word``, ``turns.1.name``, ``turns.1.say``.

Parts that are called a, b, c keep their letters. Other parts are numbered, and ``name`` says what each is called: so
that a column means the same in every row. A list is one cell, a line each.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

LETTER = re.compile("[a-z]")
NAME = "name"


def cells(body: Mapping[str, Any], numbered: Collection[str] = (), way: str = "") -> Iterator[tuple[str, str]]:
    """Yield every cell of a body whose scalars are strings: its path, and its words.

    Args:
        body: the body, or a part of it.
        numbered: the general paths of parts that are numbered though they may have letters.
        way: the path of the part.
    """
    for name, value in body.items():
        path = f"{way}.{name}" if way else str(name)
        if isinstance(value, Mapping):
            yield from _parts(value, numbered, path)
        elif isinstance(value, list):
            yield path, "\n".join(map(str, value))
        else:
            yield path, str(value)


def unlettered(body: Mapping[str, Any], way: str = "") -> Iterator[str]:
    """Yield the general paths of parts that are not called a, b, c in this order: these have to be numbered."""
    for name, value in body.items():
        path = f"{way}.{name}" if way else str(name)
        if isinstance(value, Mapping):
            yield from () if _lettered(value) else (path,)
            for part in value.values():
                yield from unlettered(part if isinstance(part, Mapping) else {}, f"{path}.*")


def _parts(parts: Mapping[str, Any], numbered: Collection[str], way: str) -> Iterator[tuple[str, str]]:
    lettered = _lettered(parts) and general(way) not in numbered
    for number, (name, part) in enumerate(parts.items(), start=1):
        path = f"{way}.{name if lettered else number}"
        if not lettered:
            yield f"{path}.{NAME}", name
        yield from cells(part if isinstance(part, Mapping) else {}, numbered, path)


def _lettered(parts: Mapping[str, Any]) -> bool:
    return [*parts] == sorted(parts) and all(map(LETTER.fullmatch, parts))


def body_of(written: Mapping[str, str], lists: Collection[str]) -> dict[str, Any]:
    """The body that these cells make.

    Args:
        written: the words of each cell that is not empty, by its path.
        lists: the paths of fields that are lists, with ``*`` for the name of a part.
    """
    body: dict[str, Any] = {}
    for path, words in written.items():
        *outer, name = path.split(".")
        place = body
        for step in outer:
            inner = place.setdefault(step, {})
            place = inner if isinstance(inner, dict) else {}
        place[name] = words.split("\n") if general(path) in lists else words
    return {name: _named(value) for name, value in body.items()}


def general(path: str) -> str:
    """A path as the description of its type has it: ``options.*.word`` of ``options.a.word``."""
    return ".".join("*" if place % 2 else step for place, step in enumerate(path.split(".")))


def numbered_path(path: str, written: Mapping[str, str]) -> str:
    """The path of the cell that holds a field: where parts are numbered, their numbers instead of their names."""
    found = ""
    for place, step in enumerate(path.split(".")):
        if place % 2:
            cell = re.compile(rf"{re.escape(found)}\.(\d+)\.{NAME}")
            numbers = (match[1] for head, words in written.items() if words == step and (match := cell.fullmatch(head)))
            step = next(numbers, step)
        found = f"{found}.{step}" if found else step
    return found


def _named(value: Any) -> Any:
    """Parts by their names, in the order of their numbers or letters: columns may stand in any."""
    if not isinstance(value, dict):
        return value
    parts = sorted(value.items(), key=lambda part: (int(part[0]) if _is_number(part[0]) else 0, part[0]))
    return {_name(key, part): _part(key, part) for key, part in parts}


def _name(key: str, part: Any) -> str:
    return str(part.get(NAME, key)) if _is_number(key) and isinstance(part, dict) else key


def _part(key: str, part: Any) -> Any:
    if not isinstance(part, dict):
        return part
    return {name: _named(value) for name, value in part.items() if name != NAME or not _is_number(key)}


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdigit()
