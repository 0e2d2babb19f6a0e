"""Parts of an entry: added, taken away and moved; and as many as there must be at the least."""

from collections.abc import Collection, Mapping, Sequence
from string import ascii_lowercase
from typing import Any

from bot.console.shaping.ids import slug
from bot.learning.shapes import Group, Parts, RowLines, Rows, Shape

ADD, AWAY, UP, DOWN = "add", "away", "up", "down"

Body = Mapping[str, Any]
Members = dict[str, Any]


def padded(shapes: Sequence[Shape], body: object) -> dict[str, Any]:
    """The body with at least as many parts as there must be; empty ones are added."""
    found = dict(body) if isinstance(body, Mapping) else {}
    for shape in shapes:
        if holds_fields(shape):
            found[shape.name] = _padded(shape, found.get(shape.name))
    return found


def holds_fields(shape: Shape | None) -> bool:
    """Whether a field holds fields of its own, which stand under each other in a form."""
    return isinstance(shape, Parts | Rows | Group) and not isinstance(shape, RowLines)


def members(shape: Shape, held: object) -> Members:
    """What a field holds, by the names of its parts; rows are counted from 0."""
    if isinstance(shape, Rows):
        return {str(place): row for place, row in enumerate(held)} if isinstance(held, list) else {}
    return dict(held) if isinstance(held, Mapping) else {}


def reshaped(shapes: Sequence[Shape], body: Body, deed: str, path: Sequence[str], name: str = "") -> dict[str, Any]:
    """The body after a part was added to a field, or after one was taken away, or moved up or down.

    Args:
        shapes: the fields of the body.
        body: as it was typed.
        deed: ADD, AWAY, UP or DOWN; nothing else changes anything.
        path: to the field to which a part is added, else to the part.
        name: that of the part, where its author names it; the next letter when it is empty.
    """
    if not path:
        return dict(body)
    shape = next((one for one in shapes if one.name == path[0]), None)
    if shape is None or not holds_fields(shape):
        return dict(body)
    return {**body, shape.name: _changed(shape, body.get(shape.name), deed, path[1:], name)}


def _changed(shape: Shape, held: object, deed: str, path: Sequence[str], name: str) -> Any:
    if isinstance(shape, Group):
        return reshaped(shape.fields, members(shape, held), deed, path, name)
    assert isinstance(shape, Parts | Rows)
    found = members(shape, held)
    if not path:
        wished = slug(name) if isinstance(shape, Parts) and shape.named else ""
        found |= {_free(wished, found) if wished else _next_letter(found): {}} if deed == ADD else {}
    elif path[0] in found and len(path) > 1:
        found[path[0]] = reshaped(shape.fields, found[path[0]], deed, path[1:], name)
    elif path[0] in found:
        found = _moved(found, path[0], deed)
    return [*found.values()] if isinstance(shape, Rows) else found


def _moved(found: Members, name: str, deed: str) -> Members:
    order = [one for one in found if one != name]
    place = [*found].index(name)
    if deed in (UP, DOWN):
        order.insert(max(0, place + (1 if deed == DOWN else -1)), name)
    elif deed != AWAY:
        return found
    return {one: found[one] for one in order}


def _padded(shape: Shape, held: object) -> Any:
    if isinstance(shape, Group):
        return padded(shape.fields, held)
    assert isinstance(shape, Parts | Rows)
    found = members(shape, held)
    while isinstance(shape, Parts) and len(found) < shape.least:
        found[_next_letter(found)] = {}
    whole = {name: padded(shape.fields, part) for name, part in found.items()}
    return [*whole.values()] if isinstance(shape, Rows) else whole


def _next_letter(names: Collection[str]) -> str:
    """The letter after the last one that is a name: the name of a part that was taken away is not used again."""
    letters = [name for name in names if len(name) == 1 and name in ascii_lowercase]
    after = ascii_lowercase[ascii_lowercase.index(max(letters)) + 1 :] if letters else ascii_lowercase
    return after[0] if after else _free("more", names)


def _free(name: str, names: Collection[str]) -> str:
    """The name, or with a number behind it when there is one like it."""
    numbered = (f"{name}_{number}" for number in range(2, len(names) + 3))
    return next(one for one in (name, *numbered) if one not in names)
