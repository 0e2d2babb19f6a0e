"""Two forms of an entry beside each other, field by field and word by word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Mark(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """Words that stayed, went, or came."""

    mark: Mark
    text: str


@dataclass(frozen=True)
class Field:
    """A field in both forms; None where it is left out. ``pieces`` lead from the one to the other."""

    path: str
    before: str | None
    after: str | None

    @property
    def changed(self) -> bool:
        return self.before != self.after

    @property
    def pieces(self) -> list[Piece]:
        return [*_pieces(self.before or "", self.after or "")]


def compare(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> list[Field]:
    """Every field of two bodies, in the order of the later one; what only the earlier one has stands last."""
    old, new = flat(before or {}), flat(after or {})
    paths = [*new, *(path for path in old if path not in new)]
    return [Field(path, old.get(path), new.get(path)) for path in paths]


def flat(body: Any, path: str = "") -> dict[str, str]:
    """The values of a body by their paths, such as ``options.a.word``; what is left out is not there."""
    return dict(_values(body, path))


def _values(body: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(body, Mapping):
        for name, inner in body.items():
            yield from _values(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(body, list):
        if body and not any(isinstance(one, Mapping | list) for one in body):
            yield path, "\n".join(map(str, body))
        else:
            for place, inner in enumerate(body):
                yield from _values(inner, f"{path}.{place}")
    elif body not in (None, "", False):
        yield path, "yes" if body is True else str(body)


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = WORDS.findall(before), WORDS.findall(after)
    for what, begin, end, new_begin, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(Mark.SAME, "".join(old[begin:end]))
            continue
        if end > begin:
            yield Piece(Mark.GONE, "".join(old[begin:end]))
        if new_end > new_begin:
            yield Piece(Mark.NEW, "".join(new[new_begin:new_end]))
