"""Checks that every item type shares: which fields there are, and their shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from bot.learning.shapes import Emoji, OneOf, Shape, Yes, names

CAPTIONS = {"id", "type"}
HELD: Mapping[type, str] = {
    str: "text",
    list: "a list, one line each",
    dict: "named parts, such as `a:` and `b:`",
}


@dataclass(frozen=True)
class Problem:
    """Something wrong with a body, told to its author: which field, and what to do."""

    field: str
    message: str


def text(value: object) -> str:
    """Return a field's words without spaces around them; "" when it is not text."""
    return value.strip() if isinstance(value, str) else ""


def shape_problems(body: Mapping[str, Any], shapes: tuple[Shape, ...]) -> Iterator[Problem]:
    """Yield the missing, unknown and misshapen fields, and the values that a field does not take."""
    yield from _missing(body, shapes)
    yield from _unknown(body, names(shapes))
    for shape in shapes:
        if body.get(shape.name) and not isinstance(body[shape.name], shape.holds):
            yield Problem(shape.name, f"should be {HELD[shape.holds]}")
        yield from _value_problems(shape.name, shape, text(body.get(shape.name)))


def part_problems(where: str, part: Mapping[str, Any], shapes: tuple[Shape, ...]) -> Iterator[Problem]:
    """Yield the unknown fields of a part, the words that it lacks, and the values that a field does not take."""
    known = names(shapes)
    yield from (Problem(f"{where}.{field}", "is not known here") for field in part if field not in known)
    for shape in (shape for shape in shapes if shape.holds is str):
        if shape.required and not text(part.get(shape.name)):
            yield Problem(f"{where}.{shape.name}", "is missing")
        yield from _value_problems(f"{where}.{shape.name}", shape, str(part.get(shape.name) or "").strip())


def _missing(body: Mapping[str, Any], shapes: tuple[Shape, ...]) -> Iterator[Problem]:
    for field in (shape.name for shape in shapes if shape.required):
        if not body.get(field) or (isinstance(body[field], str) and not text(body[field])):
            yield Problem(field, "is missing: every item of this type needs it")


def _unknown(body: Mapping[str, Any], known: tuple[str, ...]) -> Iterator[Problem]:
    for field in body:
        if field not in known and field not in CAPTIONS:
            near = get_close_matches(str(field), known, n=1, cutoff=0.75)
            advice = f"did you mean `{near[0]}`?" if near else "this type has no such field"
            yield Problem(str(field), f"is not known: {advice}")


def _value_problems(where: str, shape: Shape, value: str) -> Iterator[Problem]:
    """Yield what keeps a value from being one that this field takes; an empty one is left out."""
    if isinstance(shape, Yes) and value not in ("", "yes"):
        yield Problem(where, "is `yes` or left out")
    if isinstance(shape, OneOf) and value not in ("", *shape.values):
        yield Problem(where, f"is `{'` or `'.join(shape.values)}`")
    if isinstance(shape, Emoji) and any(sign.isalpha() or sign.isspace() for sign in value):
        yield Problem(where, "is one emoji, without letters or spaces")
