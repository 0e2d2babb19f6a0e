"""What goes out: a message as keys and values, to be rendered in the learner's language when it is sent."""

from dataclasses import dataclass
from typing import Any

from bot.i18n import Part, Text, from_json, to_json

Line = tuple[Part, ...]
"""Parts that stand on one line, with a space between them; an empty line is ``()``."""


@dataclass(frozen=True)
class Button:
    """A button under a message. ``data`` is ``<journey>:<asked>:<choice>``, at most 64 bytes."""

    label: Part
    data: str


@dataclass(frozen=True)
class Document:
    """A file for the learner, as text."""

    name: str
    body: str


@dataclass(frozen=True)
class Reply:
    """One message.

    ``edits`` is the ref of an earlier message that this one takes the place of; with ``deletes`` that message goes.
    ``menu`` brings the persistent menu along (not together with ``buttons``: Telegram allows one kind of keyboard a
    message). ``silent`` makes no sound.
    """

    lines: tuple[Line, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    edits: str | None = None
    deletes: bool = False
    silent: bool = False
    menu: bool = False
    document: Document | None = None

    def as_json(self) -> dict[str, Any]:
        """The reply as the outbox keeps it; ``edits`` is a column of its own."""
        return {
            "lines": [[to_json(part) for part in line] for line in self.lines],
            "buttons": [[{"label": to_json(b.label), "data": b.data} for b in row] for row in self.buttons],
            "deletes": self.deletes,
            "silent": self.silent,
            "menu": self.menu,
            "document": {"name": self.document.name, "body": self.document.body} if self.document else None,
        }

    @classmethod
    def from_json(cls, raw: dict[str, Any], edits: str | None = None) -> "Reply":
        """The inverse of ``as_json``."""
        document = raw.get("document")
        return cls(
            lines=tuple(tuple(from_json(part) for part in line) for line in raw["lines"]),
            buttons=tuple(tuple(Button(from_json(b["label"]), b["data"]) for b in row) for row in raw["buttons"]),
            edits=edits,
            deletes=raw["deletes"],
            silent=raw["silent"],
            menu=raw["menu"],
            document=Document(document["name"], document["body"]) if document else None,
        )


def button(key: str, journey: str, asked: str, choice: str, **values: Any) -> Button:
    """A button whose label is an interface message."""
    return Button(Text(key, values), f"{journey}:{asked}:{choice}")


def command_button(command: str) -> Button:
    """A button that does what a bot command does, with the menu's label of it."""
    return Button(Text(f"menu.{command}"), f"menu:-:{command}")
