"""The fields of what authors write: forms, columns of a sheet and checks are made from them."""

from dataclasses import KW_ONLY, dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Shape:
    """One field; its class tells what may stand in it.

    Attributes:
        name: the field's name.
        required: whether it may not be left out.
        holds: what it is in a body: text, a list, or named parts.
        target: whether it holds words of the target language.
    """

    name: str
    _: KW_ONLY
    required: bool = True

    holds: ClassVar[type] = str
    target: ClassVar[bool] = False


@dataclass(frozen=True, kw_only=True)
class Written(Shape):
    """Something that is typed: ``longest`` characters at most, and ``long`` when it is more than a few words."""

    longest: int | None = None
    long: bool = False


@dataclass(frozen=True, kw_only=True)
class Plain(Written):
    """What is the same in every language: a name, a number to call, an address of the web."""


@dataclass(frozen=True, kw_only=True)
class Own(Written):
    """Words that are translated into every own language."""


@dataclass(frozen=True, kw_only=True)
class Taught(Written):
    """Words of the target language, which are never translated."""

    target: ClassVar[bool] = True


@dataclass(frozen=True, kw_only=True)
class Emoji(Shape):
    """One emoji that stands for a word."""

    required: bool = False


@dataclass(frozen=True, kw_only=True)
class Yes(Shape):
    """``yes``, or left out."""

    required: bool = False


@dataclass(frozen=True, kw_only=True)
class Image(Shape):
    """The name of a picture of the content."""

    required: bool = False


@dataclass(frozen=True, kw_only=True)
class Day(Shape):
    """A date, as ``2027-05-01``."""


@dataclass(frozen=True, kw_only=True)
class Number(Shape):
    """A whole number from 1 on."""


@dataclass(frozen=True, kw_only=True)
class Id(Shape):
    """The permanent id of a row, which begins with ``prefix`` and a dot when there is one."""

    prefix: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry(Shape):
    """The id of another entry of this kind."""

    kind: str = "item"


@dataclass(frozen=True, kw_only=True)
class OneOf(Shape):
    """One of a few values."""

    values: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PartOf(Shape):
    """The name of one of the ``parts`` that stand beside this field, or around it."""

    parts: str = ""


@dataclass(frozen=True, kw_only=True)
class Lines(Shape):
    """A list of values, one line each.

    Attributes:
        kind: when they are ids of entries, the kind of these.
        empty: whether an empty list says something else than one that is left out.
    """

    kind: str | None = None
    empty: bool = False
    holds: ClassVar[type] = list


@dataclass(frozen=True, kw_only=True)
class TaughtLines(Lines):
    """A list of words or sentences of the target language, one line each."""

    target: ClassVar[bool] = True


@dataclass(frozen=True, kw_only=True)
class Several(Shape):
    """A list of some of a few values."""

    values: tuple[str, ...] = ()
    holds: ClassVar[type] = list


@dataclass(frozen=True, kw_only=True)
class Parts(Shape):
    """Named parts, which hold the same ``fields`` each.

    Attributes:
        fields: those of each part.
        least: the fewest parts; 0 when there may be none.
        most: the most parts; None when there may be any number.
        named: whether the author gives the names; if not, they are a, b, c and so on.
    """

    fields: tuple[Shape, ...] = ()
    least: int = 0
    most: int | None = None
    named: bool = False
    holds: ClassVar[type] = dict


@dataclass(frozen=True, kw_only=True)
class NamedLines(Shape):
    """Lists that have a name each, which the author gives."""

    holds: ClassVar[type] = dict


@dataclass(frozen=True, kw_only=True)
class Group(Shape):
    """Fields that stand together under one name."""

    fields: tuple[Shape, ...] = ()
    holds: ClassVar[type] = dict


@dataclass(frozen=True, kw_only=True)
class Rows(Shape):
    """A list of which every member holds the same ``fields``."""

    fields: tuple[Shape, ...] = ()
    holds: ClassVar[type] = list


@dataclass(frozen=True, kw_only=True)
class RowLines(Rows):
    """Rows of which there are many, and of which mostly the first field is filled in: a line each."""


def names(shapes: tuple[Shape, ...]) -> tuple[str, ...]:
    """Return the names of fields, in their order."""
    return tuple(shape.name for shape in shapes)
