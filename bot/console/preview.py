"""A learner's phone as pages show it: what stands on it, and what can be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from bot.journeys.preview.subject import Choices, Subject


@dataclass(frozen=True)
class Key:
    """A button below a message; ``data`` names it."""

    label: str
    data: str


@dataclass(frozen=True)
class Bubble:
    """A message.

    Attributes:
        number: tells it from others.
        own: whether the learner sent it.
        kind: ``text``, ``photo``, ``voice`` or another one.
        html: its words, safe to be shown.
        file: the id of its picture or sound; None when it has none.
        rows: its buttons, row by row.
    """

    number: int
    own: bool
    kind: str
    html: str
    file: str | None
    rows: tuple[tuple[Key, ...], ...]


@dataclass(frozen=True)
class Screen:
    """What stands on a phone: messages, the menu below them row by row, and whose phone it is."""

    subject: Subject
    choices: Choices
    bubbles: tuple[Bubble, ...]
    menu: tuple[tuple[str, ...], ...]


class Session(NamedTuple):
    """In which browser an entry is looked at: there is a phone for each."""

    browser: str
    entry_id: str


class NotShown(Exception):
    """A form cannot be shown: it tells of what is not published, or its journey failed; the log says where."""


class Previews(Protocol):
    """Phones to try a form out on, each for a while. Every call blocks; None when the phone is no longer there."""

    def shows(self, kind: str) -> bool:
        """Whether learners see something of entries of this kind."""

    def choices(self, browser: str) -> Choices:
        """As whom somebody looks: as they chose last."""

    def choose(self, browser: str, choices: Choices) -> None:
        """Whoever looks in this browser does so as this learner from the next beginning on."""

    def show(self, session: Session, subject: Subject) -> Screen:
        """Begin anew with this form. Raises NotShown."""

    def screen(self, session: Session) -> Screen | None:
        """What stands there now."""

    def do(self, session: Session, act: str, given: Mapping[str, str]) -> Screen | None:
        """Tap a button, press a key of the menu, send words or a voice message, by the simulator's names of these."""

    def file(self, session: Session, file_id: str) -> tuple[bytes, str] | None:
        """A picture or a sound, and its media type."""
