"""Reading a mapping field by field: what is missing, unknown or misshapen is noted, and reading goes on."""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from bot.catalogue.problems import Notes
from bot.catalogue.reading import Node


class Fields:
    """The fields of one mapping. Close it with ``done``, which notes the fields that nobody asked for.

    Args:
        node: the mapping, or whatever stands in its place.
        where: the id of the entry it belongs to, for messages.
        notes: where problems go.
    """

    def __init__(self, node: Node, where: str, notes: Notes) -> None:
        self.node = node
        self.where = where
        self.notes = notes
        self._asked: list[str] = []
        self._fields: dict[str, Node] = node.value if isinstance(node.value, dict) else {}
        if not isinstance(node.value, dict):
            self.note("", "should hold named fields, each as `name: value`, not a list or bare words")

    def note(self, name: str, message: str) -> None:
        """Note a problem with a field, or with the whole when ``name`` is empty."""
        said = f"`{name}` {message}" if name else message
        self.notes.note(self.node.line_of(name), self.where, said)

    def optional(self, name: str, longest: int | None = None) -> str | None:
        """The words of a field; None when it is left out."""
        node = self._ask(name)
        if node is None:
            return None
        if not isinstance(node.value, str):
            self.note(name, "should be text")
            return None
        words = node.value.strip()
        if not words:
            self.note(name, "is empty: fill it in or leave it out")
        if longest and len(words) > longest:
            self.note(name, f"has {len(words)} characters: at most {longest} fit")
        return words or None

    def text(self, name: str, longest: int | None = None) -> str:
        """The words of a field that must be there; empty, with a note, when it is not."""
        if self._missing(name):
            return ""
        return self.optional(name, longest) or ""

    def one_of(self, name: str, allowed: Iterable[str]) -> str:
        """A field that takes one of a few values."""
        value, known = self.text(name), [*allowed]
        if value and value not in known:
            self.note(name, f"is {value!r}: use one of {', '.join(known)}")
        return value

    def named_as_file(self, name: str) -> str:
        """A field that repeats the name of its file."""
        return self.one_of(name, [self.notes.file.removesuffix(".yml").split("/")[-1]])

    def texts(self, name: str) -> list[str]:
        """A list of words, such as ``[nl, fr]``; empty when the field is left out."""
        node = self._ask(name)
        if node is None:
            return []
        if isinstance(node.value, list) and all(isinstance(one.value, str) for one in node.value):
            return [one.plain().strip() for one in node.value]
        self.note(name, "should be a list, such as `[one, two]`")
        return []

    def day(self, name: str) -> str | None:
        """A date, as ``2027-05-01``; None when it is left out or no date."""
        words = self.optional(name)
        try:
            return date.fromisoformat(words).isoformat() if words else None
        except ValueError:
            self.note(name, f"is {words!r}: write a date as year-month-day, 2027-05-01")
            return None

    def number(self, name: str) -> int | None:
        """A number from 1 on; None when it is left out or no such number."""
        words = self.optional(name)
        if words and not (words.isascii() and words.isdigit() and int(words)):
            self.note(name, f"is {words!r}: write a number from 1 on")
            return None
        return int(words) if words else None

    def yes(self, name: str) -> bool:
        """A field that is ``yes`` or left out."""
        value = self.optional(name)
        if value not in (None, "yes"):
            self.note(name, "is `yes` or left out")
        return value == "yes"

    def nodes(self, name: str) -> list[Node]:
        """The members of a list that must be there and may not be empty."""
        if self._missing(name):
            return []
        node = self._ask(name)
        if node and isinstance(node.value, list):
            return node.value
        self.note(name, "should be a list: each line begins with `- `")
        return []

    def each(self, name: str) -> Iterator["Fields"]:
        """The members of a list of mappings; each is called by its ``id`` in messages."""
        for node in self.nodes(name):
            fields = node.value if isinstance(node.value, dict) else {}
            found = fields["id"].plain() if "id" in fields else f"{name} in line {node.line}"
            yield Fields(node, str(found), self.notes)

    def named(self, name: str) -> Iterator[tuple[str, Node]]:
        """The members of a mapping of mappings; nothing when the field is left out."""
        node = self._ask(name)
        if node and isinstance(node.value, dict):
            yield from node.value.items()
        elif node:
            self.note(name, "should hold named parts")

    def done(self) -> None:
        """Note every field that nobody asked for."""
        for name in self._fields:
            if name not in self._asked:
                near = get_close_matches(name, self._asked, n=1)
                self.note(name, f"is not known: did you mean `{near[0]}`?" if near else "is not known here")

    def _ask(self, name: str) -> Node | None:
        self._asked.append(name)
        return self._fields.get(name)

    def _missing(self, name: str) -> bool:
        self._asked.append(name)
        node = self._fields.get(name)
        missing = node is None or not node.value
        if missing and isinstance(self.node.value, dict):
            self.note(name, "is missing")
        return missing
