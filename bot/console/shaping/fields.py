"""What stands in a form: fields, each with its words, and the parts that hold fields of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

A_ROW = 60
"""Characters, about, that fit beside each other."""

MORE = 2
"""Empty fields below those in which something is chosen."""


class Control(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    AREA = "area"
    DAY = "day"
    YES = "yes"
    CHOICE = "choice"
    CHOICES = "choices"
    CHECKS = "checks"
    GROUP = "group"
    PARTS = "parts"


@dataclass(frozen=True)
class Choice:
    """One of the values that a field may take."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Field:
    """A field as it is drawn.

    Attributes:
        control: how it is filled in.
        path: its name in the form, such as ``options.a.word``.
        label: what it is called.
        help: what to write in it; empty when the label says enough.
        required: whether it may not stay empty.
        value: what is written in it.
        language: that of what is written in it; None when it is in none.
        choices: of CHOICE, CHOICES and CHECKS.
        fields: of GROUP.
        members: of PARTS.
        faults: what is wrong with it.
        add: what the button says that adds a part; empty when there may be no more.
        named: whether the author names the part.
        folded: whether parts are opened one by one, since there are many.
    """

    control: Control
    path: str
    label: str
    help: str = ""
    required: bool = False
    value: str = ""
    language: str | None = None
    choices: tuple[Choice, ...] = ()
    fields: "tuple[Field, ...]" = ()
    members: "tuple[Member, ...]" = ()
    faults: tuple[str, ...] = ()
    add: str = ""
    named: bool = False
    folded: bool = False

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is chosen one below the other, with room for more."""
        return (*filter(None, self.value.split("\n")), *[""] * MORE)

    @property
    def rows(self) -> int:
        """How many lines a field for longer words shows."""
        return min(20, sum(len(line) // A_ROW + 1 for line in self.value.split("\n")) + 1)


@dataclass(frozen=True)
class Member:
    """A part as it is drawn: its name among the others, its title, and its fields."""

    name: str
    path: str
    title: str
    fields: tuple[Field, ...]
    faults: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it should be seen at once: something is wrong in it, or nothing stands in it."""
        inner = [*within(self.fields)]
        return bool(self.faults) or any(one.faults for one in inner) or not any(one.value for one in inner)


@dataclass(frozen=True)
class Told:
    """Something wrong, as the top of the form tells it: the path that leads to it, what is called so, what is wrong."""

    path: str
    label: str
    message: str


@dataclass(frozen=True)
class Form:
    """A whole form, and what is wrong anywhere in it."""

    fields: tuple[Field, ...]
    faults: tuple[Told, ...] = ()


def within(fields: tuple[Field, ...]) -> Iterator[Field]:
    """Yield the fields, and all that stand within them."""
    for field in fields:
        yield field
        yield from within(field.fields)
        for member in field.members:
            yield from within(member.fields)


def places(fields: tuple[Field, ...], around: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path of every field and part, and what it is called, with what it stands in."""
    for field in fields:
        label = f"{around}{field.label}"
        yield field.path, label
        yield from places(field.fields, f"{label}: ")
        for member in field.members:
            yield member.path, f"{around}{member.title}"
            yield from places(member.fields, f"{around}{member.title}: ")
