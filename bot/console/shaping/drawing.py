"""From what an entry holds to the fields of its form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.console.shaping import lines
from bot.console.shaping.choices import choices
from bot.console.shaping.fields import Control, Field, Member
from bot.console.shaping.labels import Labels
from bot.console.shaping.naming import There
from bot.console.shaping.parts import members
from bot.i18n import Text
from bot.learning.shapes import (
    Day,
    Entry,
    Group,
    Image,
    Lines,
    NamedLines,
    OneOf,
    Own,
    PartOf,
    Parts,
    RowLines,
    Rows,
    Several,
    Shape,
    Written,
    Yes,
)

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Drawer:
    """Draws fields.

    Attributes:
        labels: what they are called.
        faults: what is wrong, by the path of a field.
        target: the target language.
        written_in: the language of what is explained.
        there: what pictures and entries there are.
    """

    labels: Labels
    faults: Mapping[str, Sequence[str]]
    target: str
    written_in: str
    there: There

    def draw(self, shapes: Iterable[Shape], body: Body) -> tuple[Field, ...]:
        """The fields of a body that has the parts that it must have."""
        return self._fields(shapes, (body,), (), "")

    def _fields(
        self, shapes: Iterable[Shape], around: Sequence[Body], holders: Sequence[str], before: str
    ) -> tuple[Field, ...]:
        """The fields of the last of these bodies, each of which stands in the one before it."""
        return tuple(self._field(shape, around, holders, f"{before}{shape.name}") for shape in shapes)

    def _field(self, shape: Shape, around: Sequence[Body], holders: Sequence[str], path: str) -> Field:
        held = around[-1].get(shape.name)
        plain = Field(
            control=_control(shape, held),
            path=path,
            label=self.labels.label(holders, shape.name),
            help=self._help(shape, holders),
            required=shape.required,
            value=_written(shape, held),
            language=self._language(shape),
            choices=choices(shape, around, self.labels, self.there),
            faults=tuple(self.faults.get(path, ())),
        )
        inner = (*holders, shape.name)
        if isinstance(shape, Group):
            group = held if isinstance(held, Mapping) else {}
            return replace(plain, fields=self._fields(shape.fields, (*around, group), inner, f"{path}."))
        if plain.control == Control.PARTS and isinstance(shape, Parts | Rows):
            parts = members(shape, held).items()
            drawn = tuple(self._member(shape, around, inner, f"{path}.{name}", name, part) for name, part in parts)
            return self._with_members(plain, shape, drawn)
        return plain

    def _with_members(self, field: Field, shape: Parts | Rows, drawn: tuple[Member, ...]) -> Field:
        most, least = (shape.most, shape.least) if isinstance(shape, Parts) else (None, 0)
        add = "" if most is not None and len(drawn) >= most else self.labels.add(shape.name)
        return replace(field, members=drawn, add=add, named=isinstance(shape, Parts) and shape.named, folded=not least)

    def _member(
        self, shape: Parts | Rows, around: Sequence[Body], holders: Sequence[str], path: str, name: str, part: object
    ) -> Member:
        body = part if isinstance(part, Mapping) else {}
        called = str(body.get("name") or int(name) + 1) if isinstance(shape, Rows) else name
        return Member(
            name=name,
            path=path,
            title=self.labels.part(called, of=shape.name),
            fields=self._fields(shape.fields, (*around, body), holders, f"{path}."),
            faults=tuple(self.faults.get(path, ())),
        )

    def _help(self, shape: Shape, holders: Sequence[str]) -> str:
        longest = shape.longest if isinstance(shape, Written) else None
        limit = self.labels.say(Text("console.shape.longest", {"count": longest})) if longest else ""
        return " ".join(filter(None, (self.labels.help(holders, shape.name), limit)))

    def _language(self, shape: Shape) -> str | None:
        return self.target if shape.target else self.written_in if isinstance(shape, Own) else None


CONTROLS: Mapping[type[Shape], Control] = {
    Yes: Control.YES,
    OneOf: Control.CHOICE,
    PartOf: Control.CHOICE,
    Image: Control.CHOICE,
    Entry: Control.CHOICE,
    Several: Control.CHECKS,
    Group: Control.GROUP,
    Parts: Control.PARTS,
    Rows: Control.PARTS,
}


def _control(shape: Shape, held: object) -> Control:
    if isinstance(shape, Day):
        # A browser shows nothing at all for what is no day.
        return Control.DAY if not held or _is_day(held) else Control.LINE
    if isinstance(shape, Lines) and shape.kind:
        return Control.CHOICES
    long = (
        shape.holds is not str
        or (isinstance(shape, Written) and shape.long)
        or (isinstance(held, str) and "\n" in held)
    )
    return CONTROLS.get(type(shape), Control.AREA if long else Control.LINE)


def _written(shape: Shape, held: object) -> str:
    """What stands in a field that is typed into."""
    match shape:
        case RowLines():
            return lines.rows_written(shape, held)
        case NamedLines():
            return lines.lists_written(held)
        case Lines():
            return lines.written(held, empty=shape.empty)
    if held is True:
        return "yes"
    return str(held) if isinstance(held, str | int) and held is not False else ""


def _is_day(value: object) -> bool:
    try:
        return date.fromisoformat(str(value)).isoformat() == value
    except ValueError:
        return False
