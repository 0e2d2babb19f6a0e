"""What goes out: a message as keys and values, to be rendered in the learner's language when it is sent."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from bot.i18n import Part, Text, from_json, to_json
from bot.speech.sound import Sound

Line = tuple[Part, ...]
"""Parts that stand on one line, with a space between them; an empty line is ``()``."""


@dataclass(frozen=True)
class Button:
    """A button under a message. ``data`` is ``<journey>:<asked>:<choice>``, at most 64 bytes."""

    label: Part
    data: str

    def as_json(self) -> dict[str, Any]:
        return {"label": to_json(self.label), "data": self.data}

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "Button":
        return cls(from_json(raw["label"]), raw["data"])


Rows = tuple[tuple[Button, ...], ...]
"""Buttons, row by row; a row without buttons is none."""


@dataclass(frozen=True)
class Document:
    """A file for the learner, as text."""

    name: str
    body: str


@dataclass(frozen=True)
class PicturedUnit:
    """A unit in a picture: its title, its items met and held, and whether all of them are held."""

    title: Part
    met: int
    held: int
    mastered: bool

    def as_json(self) -> dict[str, Any]:
        return {"title": to_json(self.title), "met": self.met, "held": self.held, "mastered": self.mastered}

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "PicturedUnit":
        return cls(from_json(raw["title"]), raw["met"], raw["held"], raw["mastered"])


@dataclass(frozen=True)
class Picture:
    """Progress, to be drawn. The message's lines say the same in words: they are the alternative text.

    Attributes:
        head: stands above all.
        days: stands above the weeks.
        exercises: stands above the units.
        weeks: Mondays and the days practised in that week, the earliest first.
        units: those with the most held first.
    """

    head: Part
    days: Part
    exercises: Part
    weeks: tuple[tuple[date, int], ...]
    units: tuple[PicturedUnit, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            **{name: to_json(getattr(self, name)) for name in ("head", "days", "exercises")},
            "weeks": [[monday.isoformat(), days] for monday, days in self.weeks],
            "units": [unit.as_json() for unit in self.units],
        }

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "Picture":
        return cls(
            **{name: from_json(raw[name]) for name in ("head", "days", "exercises")},
            weeks=tuple((date.fromisoformat(monday), days) for monday, days in raw["weeks"]),
            units=tuple(PicturedUnit.from_json(unit) for unit in raw["units"]),
        )


@dataclass(frozen=True)
class Reply:
    """One message.

    ``edits`` is the ref of an earlier message that this one takes the place of; with ``deletes`` that message goes,
    and the lines, if there are any, are said only where Telegram refuses to delete it; with ``anew`` it goes and this
    one comes below all others.
    ``menu`` brings the persistent menu along (not together with ``buttons``: Telegram allows one kind of keyboard a
    message). ``silent`` lets no phone ring. ``sound`` is heard, with the lines under it; where there is no sound, its
    words are read. ``image`` names a picture of the content; ``paper`` are the lines of a document that is drawn,
    and read where it cannot be. A reply that edits another one has the same three.
    ``spoken`` lets the own language be heard first, and then pictures stand on the buttons; ``aloud`` are the lines
    that are heard, when that is not all of them. ``recorded`` is the id of a message that a member of staff said aloud.
    """

    lines: tuple[Line, ...] = ()
    buttons: Rows = ()
    edits: str | None = None
    deletes: bool = False
    anew: bool = False
    silent: bool = False
    menu: bool = False
    document: Document | None = None
    picture: Picture | None = None
    sound: Sound | None = None
    image: str | None = None
    paper: tuple[str, ...] = ()
    spoken: bool = False
    aloud: tuple[Line, ...] | None = None
    recorded: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The reply as the outbox keeps it; ``edits`` is a column of its own."""
        return {
            "lines": _lines_as_json(self.lines),
            "buttons": [[one.as_json() for one in row] for row in self.buttons],
            "deletes": self.deletes,
            "anew": self.anew,
            "silent": self.silent,
            "menu": self.menu,
            "document": {"name": self.document.name, "body": self.document.body} if self.document else None,
            "picture": self.picture.as_json() if self.picture else None,
            "sound": asdict(self.sound) if self.sound else None,
            "image": self.image,
            "paper": [*self.paper],
            "spoken": self.spoken,
            "aloud": None if self.aloud is None else _lines_as_json(self.aloud),
            "recorded": self.recorded,
        }

    @classmethod
    def from_json(cls, raw: dict[str, Any], edits: str | None = None) -> "Reply":
        """The inverse of ``as_json``."""
        document, picture, sound = raw.get("document"), raw.get("picture"), raw.get("sound")
        aloud = raw.get("aloud")
        return cls(
            lines=_lines_from_json(raw["lines"]),
            buttons=tuple(tuple(map(Button.from_json, row)) for row in raw["buttons"]),
            edits=edits,
            deletes=raw["deletes"],
            anew=raw.get("anew", False),
            silent=raw["silent"],
            menu=raw["menu"],
            document=Document(document["name"], document["body"]) if document else None,
            picture=Picture.from_json(picture) if picture else None,
            sound=Sound(**sound) if sound else None,
            image=raw.get("image"),
            paper=tuple(raw.get("paper", ())),
            spoken=raw.get("spoken", False),
            aloud=None if aloud is None else _lines_from_json(aloud),
            recorded=raw.get("recorded"),
        )


def paragraphs(*parts: Part) -> tuple[Line, ...]:
    """Lines with an empty one between them: a small screen is read in short paragraphs."""
    lines = [line for part in parts for line in ((), (part,))]
    return tuple(lines[1:])


def button(key: str, journey: str, asked: str, choice: str, **values: Any) -> Button:
    """A button whose label is an interface message."""
    return Button(Text(key, values), f"{journey}:{asked}:{choice}")


def command_button(command: str) -> Button:
    """A button that does what a bot command does, with the menu's label of it."""
    return Button(Text(f"menu.{command}"), f"menu:-:{command}")


def _lines_as_json(lines: tuple[Line, ...]) -> list[list[dict[str, Any]]]:
    return [[to_json(part) for part in line] for line in lines]


def _lines_from_json(raw: list[list[dict[str, Any]]]) -> tuple[Line, ...]:
    return tuple(tuple(from_json(part) for part in line) for line in raw)
