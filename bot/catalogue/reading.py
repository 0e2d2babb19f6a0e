"""YAML whose scalars are all strings (``no``, ``12:30``, ``0800`` too) and whose values know their line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from bot.catalogue.problems import Notes

Value: TypeAlias = "str | list[Node] | dict[str, Node]"

# The parser in C is ten times as fast; some builds of PyYAML are without it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Node:
    """A value of a content file, and the line on which it begins."""

    value: Value
    line: int

    def plain(self) -> Any:
        """The value as nested dicts and lists of strings."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        return [node.plain() for node in self.value] if isinstance(self.value, list) else self.value

    def line_of(self, path: str) -> int:
        """The line of a field such as ``options.a.reason`` or ``answers.0``; of what holds it, when it is not there."""
        name, _, rest = path.partition(".")
        inner = self.value.get(name) if isinstance(self.value, dict) else None
        if isinstance(self.value, list) and name.isdigit():
            inner = self.value[int(name)]
        return inner.line_of(rest) if inner else self.line


def read(path: Path, notes: Notes) -> Node | None:
    """Read one file. Returns None, with the reason in ``notes``, when it cannot be read."""
    return read_bytes(path.read_bytes(), notes)


def read_bytes(content: bytes, notes: Notes) -> Node | None:
    """Read what a file holds. Returns None, with the reason in ``notes``, when it cannot be read."""
    try:
        events = yaml.parse(content.decode("utf-8"), Loader=_LOADER)
        told = (event for event in events if isinstance(event, _CONTENT))
        return _Builder(told, notes).document()
    except UnicodeDecodeError:
        notes.note(1, "", "is not UTF-8: save it again with the encoding UTF-8")
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        notes.note(line, "", f"cannot be read ({error.problem}): look for a colon, quote or space amiss")
    except TooDeep:
        notes.note(1, "", f"has more than {DEEPEST} levels within each other: write it anew")
    except yaml.YAMLError:
        notes.note(1, "", "holds a character that no text file holds: write it anew")
    return None


DEEPEST = 30
"""Levels of a file within each other: the deepest of ours has ten."""

_CONTENT = (
    yaml.AliasEvent,
    yaml.ScalarEvent,
    yaml.SequenceStartEvent,
    yaml.SequenceEndEvent,
    yaml.MappingStartEvent,
    yaml.MappingEndEvent,
)


class TooDeep(yaml.YAMLError):
    """Nobody writes so many levels within each other."""


class _Builder:
    """Builds nodes from the parser's events."""

    def __init__(self, events: Iterator[yaml.Event], notes: Notes) -> None:
        self._events = events
        self._notes = notes
        self._depth = 0

    def document(self) -> Node | None:
        for event in self._events:
            return self._node(event)
        self._notes.note(1, "", "is empty")
        return None

    def _node(self, event: yaml.Event) -> Node:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if tag := getattr(event, "tag", None) or "":
            self._note_tag(line, tag)
        if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            return Node(self._within(event), line)
        if isinstance(event, yaml.AliasEvent):
            self._notes.note(line, "", f"refers to *{event.anchor}: write the words out")
            return Node("", line)
        return Node(str(getattr(event, "value", "")), line)

    def _note_tag(self, line: int, tag: str) -> None:
        if tag != "!":
            self._notes.note(line, "", f"has the tag {tag}: leave it out, everything here is words")

    def _within(self, event: yaml.Event) -> "list[Node] | dict[str, Node]":
        """What stands between the beginning and the end of a list or a mapping. Raises TooDeep."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep
        inner = self._mapping() if isinstance(event, yaml.MappingStartEvent) else [*self._until(yaml.SequenceEndEvent)]
        self._depth -= 1
        return inner

    def _until(self, end: type[yaml.Event]) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield self._node(event)

    def _mapping(self) -> dict[str, Node]:
        inner = self._until(yaml.MappingEndEvent)
        found: dict[str, Node] = {}
        for key, value in zip(inner, inner, strict=True):
            name = str(key.plain())
            if name in found:
                self._notes.note(key.line, "", f"has `{name}` twice in the same place")
            # A field stands where its name does, though its value may begin a line below.
            found[name] = replace(value, line=key.line)
        return found
