"""The parts that a message is built from, and their form in JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Text:
    """A message of the interface: its key in the domain ``messages``; ``values["count"]`` sets the plural."""

    key: str
    values: "Mapping[str, Value]" = field(default_factory=dict)


@dataclass(frozen=True)
class Content:
    """Explanatory words of the course (domain ``content``): where they stand, and as they were written."""

    context: str
    source: str
    values: "Mapping[str, Value]" = field(default_factory=dict)


@dataclass(frozen=True)
class Verbatim:
    """Words shown as they are: of the target language, a name, a number.

    ``language`` is that of words which are said aloud in a voice of their own; others are not said. ``personal`` ones
    were written by a person: their sound is not kept.
    """

    text: str
    bold: bool = False
    language: str | None = None
    personal: bool = False


Part: TypeAlias = Text | Content | Verbatim
Value: TypeAlias = str | int | float | date | datetime | time | Part

_MARKS = ("bold", "language", "personal")

# A datetime is a date too: the narrower type stands first.
_MOMENTS: dict[str, type[datetime] | type[date] | type[time]] = {
    "datetime": datetime,
    "date": date,
    "time": time,
}


def to_json(part: Part) -> dict[str, Any]:
    """A part as a JSON object; ``from_json`` is the inverse."""
    if isinstance(part, Verbatim):
        marks = {name: getattr(part, name) for name in _MARKS if getattr(part, name)}
        return {"verbatim": part.text, **marks}
    values = {name: _value_to_json(value) for name, value in part.values.items()}
    raw: dict[str, Any] = {"values": values} if values else {}
    if isinstance(part, Text):
        return {"text": part.key, **raw}
    return {"content": part.source, "context": part.context, **raw}


def from_json(raw: Mapping[str, Any]) -> Part:
    """The part that ``to_json`` made this object of. Raises KeyError when it is something else."""
    if "verbatim" in raw:
        return Verbatim(raw["verbatim"], **{name: raw[name] for name in _MARKS if name in raw})
    values = {name: _value_from_json(value) for name, value in raw.get("values", {}).items()}
    if "text" in raw:
        return Text(raw["text"], values)
    return Content(raw["context"], raw["content"], values)


def _value_to_json(value: Value) -> Any:
    if isinstance(value, Text | Content | Verbatim):
        return to_json(value)
    for name, kind in _MOMENTS.items():
        if isinstance(value, kind):
            return {name: value.isoformat()}
    return value


def _value_from_json(raw: Any) -> Value:
    if not isinstance(raw, dict):
        return raw  # type: ignore[no-any-return]
    for name, kind in _MOMENTS.items():
        if name in raw:
            return kind.fromisoformat(raw[name])
    return from_json(raw)
