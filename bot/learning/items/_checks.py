"""Checks that every item type shares: which fields there are, and their shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

CAPTIONS = {"id", "type"}
REQUIRED: Mapping[str, type] = {"situation": str, "meaning": str, "example": str}
OPTIONAL: Mapping[str, type] = {"picture": str, "image": str, "safety": str, "about": str}
SHAPES: Mapping[type, str] = {
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


def shape_problems(
    body: Mapping[str, Any], required: Mapping[str, type], optional: Mapping[str, type]
) -> Iterator[Problem]:
    """Yield the missing, unknown and misshapen fields, and wrong values of the common ones."""
    needed = {**REQUIRED, **required}
    known = {**needed, **OPTIONAL, **optional}
    yield from _missing(body, needed)
    yield from _unknown(body, [*known])
    yield from _misshapen(body, known)
    yield from _common_values(body)


def _missing(body: Mapping[str, Any], needed: Mapping[str, type]) -> Iterator[Problem]:
    for field in needed:
        if not body.get(field) or (isinstance(body[field], str) and not text(body[field])):
            yield Problem(field, "is missing: every item of this type needs it")


def _unknown(body: Mapping[str, Any], known: list[str]) -> Iterator[Problem]:
    for field in body:
        if field not in known and field not in CAPTIONS:
            near = get_close_matches(str(field), known, n=1, cutoff=0.75)
            advice = f"did you mean `{near[0]}`?" if near else "this type has no such field"
            yield Problem(str(field), f"is not known: {advice}")


def _misshapen(body: Mapping[str, Any], known: Mapping[str, type]) -> Iterator[Problem]:
    for field, shape in known.items():
        if body.get(field) and not isinstance(body[field], shape):
            yield Problem(field, f"should be {SHAPES[shape]}")


def _common_values(body: Mapping[str, Any]) -> Iterator[Problem]:
    if text(body.get("safety")) not in ("", "yes"):
        yield Problem("safety", "is `yes` or left out")
    if any(sign.isalpha() or sign.isspace() for sign in text(body.get("picture"))):
        yield Problem("picture", "is one emoji, without letters or spaces")
