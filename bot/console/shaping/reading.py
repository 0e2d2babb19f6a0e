"""From the fields that were sent to what an entry holds."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.console.shaping import lines
from bot.learning.shapes import (
    Group,
    Lines,
    NamedLines,
    Parts,
    RowLines,
    Rows,
    Several,
    Shape,
    Yes,
)

Values = Mapping[str, Sequence[str]]


def read(shapes: Sequence[Shape], sent: Values, before: str = "") -> dict[str, Any]:
    """What was typed into the fields of these shapes; empty fields are left out, empty parts are kept.

    Args:
        shapes: the fields.
        sent: the values by the names of the fields, such as ``options.a.word``; names that no shape has are let be.
        before: how the names of these fields begin.
    """
    found = {shape.name: _value(shape, sent, f"{before}{shape.name}") for shape in shapes}
    return {name: value for name, value in found.items() if value is not None}


def tidy(value: Any) -> Any:
    """A body without parts in which nothing stands."""
    if isinstance(value, list):
        return [one for one in map(tidy, value) if one != {}]
    if not isinstance(value, Mapping):
        return value
    inner = {name: tidy(one) for name, one in value.items()}
    # A list that was empty before says something.
    return {name: one for name, one in inner.items() if one or value[name] == []}


def _value(shape: Shape, sent: Values, path: str) -> Any:
    """What was typed into a field; None when nothing was."""
    if isinstance(shape, Lines) and shape.empty and _text(sent, path) == lines.NONE:
        return []
    return _typed(shape, sent, path) or None


def _typed(shape: Shape, sent: Values, path: str) -> Any:
    match shape:
        case Lines(kind=str()):
            return [line for text in sent.get(path, ()) for line in lines.read(text)]
        case RowLines() | NamedLines() | Lines():
            return _listed(shape, _text(sent, path))
        case Parts():
            return {name: read(shape.fields, sent, f"{path}.{name}.") for name in sent.get(path, ()) if name}
        case Rows():
            return [read(shape.fields, sent, f"{path}.{name}.") for name in dict.fromkeys(sent.get(path, ()))]
        case Group():
            return read(shape.fields, sent, f"{path}.")
        case Several():
            return [*dict.fromkeys(value for value in sent.get(path, ()) if value)]
    text = _text(sent, path)
    return "yes" if text and isinstance(shape, Yes) else text


def _listed(shape: RowLines | NamedLines | Lines, text: str) -> Any:
    """What stands in a field line by line."""
    if isinstance(shape, RowLines):
        return lines.rows_read(shape, text)
    return lines.lists_read(text) if isinstance(shape, NamedLines) else lines.read(text)


def _text(sent: Values, path: str) -> str:
    """What was typed, without space around it; browsers send two signs for the end of a line."""
    return sent[path][-1].replace("\r\n", "\n").strip() if sent.get(path) else ""
