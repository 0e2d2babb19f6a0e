"""The cases of the item types, as data beside this file: one file a type."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent / "items"


def specimens(name: str) -> list[dict[str, Any]]:
    """Return a type's cases, every scalar as a string; [] if it has no file."""
    file = CASES / f"{name}.yml"
    return list(yaml.load(file.read_text("utf-8"), yaml.BaseLoader) or []) if file.exists() else []


def each(name: str, part: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield each body of a type with each of its cases in `answers`, `taken` (of several steps) or `broken`."""
    for specimen in specimens(name):
        for case in specimen.get(part, ()):
            yield specimen["body"], case


def broken(body: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """Return the body with the case's changes; a dotted path leads into its parts."""
    body = deepcopy(body)
    for path, value in case.get("set", {}).items():
        part, last = _holder(body, path)
        part[last] = value
    if "without" in case:
        part, last = _holder(body, case["without"])
        del part[last]
    return body


def _holder(body: dict[str, Any], path: str) -> tuple[dict[str, Any], str]:
    *way, last = path.split(".")
    for step in way:
        body = body[step]
    return body, last
