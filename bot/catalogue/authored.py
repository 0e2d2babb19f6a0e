"""What the files of ``content/`` hold: entries with permanent ids, and their words to translate."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.catalogue.fields import Fields
from bot.catalogue.reading import Node

LONGEST_ID = 100
_ID = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)*")


class Entry(Protocol):
    """An entry as it stands in a file or in the store."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def body(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True)
class Words:
    """Words to translate: their context (``<id>.<field>``), as they were written, and what they are."""

    context: str
    source: str
    about: str


@dataclass(frozen=True)
class Authored:
    """One entry as its author wrote it. ``body`` is what is published: plain JSON, every scalar a string."""

    kind: str
    id: str
    body: dict[str, Any]
    file: str
    line: int
    written_in: str = ""
    words: tuple[Words, ...] = field(default=())
    node: Node | None = field(default=None, repr=False, compare=False)

    @property
    def in_order(self) -> bool:
        """Whether it can be used: of an item with a problem no words are taken."""
        return self.kind != "item" or bool(self.words)

    def line_of(self, path: str) -> int:
        """The line of a field such as ``options.a.word``; of what holds it, when it is not there."""
        return self.node.line_of(path) if self.node else self.line

    @property
    def digest(self) -> str:
        """Changes when the body does, and only then."""
        return hashlib.sha256(json.dumps(self.body, sort_keys=True).encode()).hexdigest()


def read_id(fields: Fields, prefix: str) -> str:
    """The permanent id of an entry, which begins with the id of what holds it."""
    found = fields.text("id")
    if not found:
        return ""
    if not _ID.fullmatch(found) or len(found) > LONGEST_ID:
        fields.note("id", "is made of a-z, 0-9 and _, its parts joined by dots, at most 100 characters")
    elif not found.startswith(f"{prefix}."):
        fields.note("id", f"should begin with `{prefix}.`")
    return found


def read_button_id(fields: Fields, prefix: str, longest: int) -> str:
    """The permanent id of an entry that buttons name. It has at most ``longest`` characters."""
    found = read_id(fields, prefix)
    if len(found) > longest:
        fields.note("id", f"has {len(found)} characters: at most {longest} fit on a button")
    return found


def words_of(entry_id: str, body: dict[str, Any], about: dict[str, str]) -> tuple[Words, ...]:
    """The words to translate among the fields of a body. ``about`` tells of each field what it is."""
    return tuple(Words(f"{entry_id}.{name}", body[name], about[name]) for name in about if body.get(name))


def to_learn(words: Iterable[str]) -> str:
    """The words of the target language around a text, as its translator needs to see them."""
    return f"words to learn: {' | '.join(words)}"
