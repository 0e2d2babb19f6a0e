"""Lists as they stand in a field of a form: a line each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.learning.shapes import RowLines, Yes

NONE = "-"
"""Stands for a list that is empty, where that says something else than nothing at all."""

BETWEEN_CELLS = " | "
BETWEEN_WORDS = ", "


def written(values: object, *, empty: bool = False) -> str:
    """A list of values, a line each; ``empty`` when an empty one is to be seen."""
    if empty and values == []:
        return NONE
    return "\n".join(str(value) for value in values) if isinstance(values, Sequence) else ""


def read(text: str) -> list[str]:
    """The values, a line each; empty lines are none."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def lists_written(lists: object) -> str:
    """Named lists, a line each: ``someone: he, she``."""
    named = lists.items() if isinstance(lists, Mapping) else ()
    listed = ((name, words if isinstance(words, list) else ()) for name, words in named)
    return "\n".join(f"{name}: {BETWEEN_WORDS.join(map(str, words))}" for name, words in listed)


def lists_read(text: str) -> dict[str, list[str]]:
    """Named lists; two of one name are one, and words without a name have an empty one."""
    found: dict[str, list[str]] = {}
    for line in read(text):
        name, colon, words = line.partition(":")
        inner = found.setdefault(name.strip() if colon else "", [])
        inner += _words(words if colon else line)
    return found


def rows_written(shape: RowLines, rows: object) -> str:
    """Rows, a line each: the first field, then those of the others that are filled in, such as ``| whole``."""
    return "\n".join(_row_written(shape, row) for row in rows if row) if isinstance(rows, Sequence) else ""


def rows_read(shape: RowLines, text: str) -> list[dict[str, str]]:
    """Rows; what cannot be told to be another field stays in the first one."""
    return [_row_read(shape, line) for line in read(text)]


def _words(text: str) -> Iterable[str]:
    return [word.strip() for word in text.split(BETWEEN_WORDS.strip()) if word.strip()]


def _row_written(shape: RowLines, row: Mapping[str, Any]) -> str:
    first, *others = shape.fields
    there = [other for other in others if row.get(other.name)]
    cells = [other.name if isinstance(other, Yes) else f"{other.name}: {row[other.name]}" for other in there]
    return BETWEEN_CELLS.join((str(row.get(first.name, "")), *cells))


def _row_read(shape: RowLines, line: str) -> dict[str, str]:
    first, *others = shape.fields
    kept, found = [], {}
    for cell in line.split(BETWEEN_CELLS.strip()):
        name, _, value = (part.strip() for part in cell.partition(":"))
        known = next((other for other in others if other.name == name), None)
        if isinstance(known, Yes):
            found[name] = "yes"
        elif known and value:
            found[name] = value
        else:
            kept.append(cell.strip())
    return {first.name: BETWEEN_CELLS.join(kept), **found}
