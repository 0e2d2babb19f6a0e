"""What all figures share: what they are about, what they show, and the frame around that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

FRAME = Markup(
    '<svg class="drawn {kind}" width="100%" height="{height}"{more} role="img" focusable="false"'
    ' aria-labelledby="{name}-title {name}-desc">'
    '<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>{marks}</svg>'
)

NOTHING = Markup()


@dataclass(frozen=True)
class About:
    """What a figure is: a name that no other figure on its page has, its title, and what is to be seen in it."""

    name: str
    title: str
    description: str


@dataclass(frozen=True)
class Mark:
    """One thing that a figure shows.

    Attributes:
        label: what it is of.
        value: how much, not below zero.
        said: the value as it is read, in the language of the page.
        word: what else is read of it, such as how it stands.
        kind: which colour it has: a class ``mark-<kind>``. No meaning by that alone: it goes with ``word``.
    """

    label: str
    value: float
    said: str
    word: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Drawn:
    """A figure on a page: what it is about, the heads of the table behind it, its marks, and these drawn."""

    about: About
    heads: Sequence[str]
    marks: Sequence[Mark]
    figure: Markup


def framed(kind: str, about: About, height: int, marks: Iterable[Markup], more: Markup = NOTHING) -> Markup:
    """The figure; ``height`` is in pixels, ``more`` are attributes."""
    return FRAME.format(
        kind=kind,
        height=height,
        more=more,
        name=about.name,
        title=about.title,
        description=about.description,
        marks=Markup().join(marks),
    )


def most_of(marks: Sequence[Mark], most: float | None) -> float:
    """What the full length stands for: the given value, else the largest there is; never zero."""
    return (most if most is not None else max(mark.value for mark in marks)) or 1.0


def share(value: float, most: float) -> float:
    """A value as a part of the full length, 0 to 1."""
    return min(max(value / most, 0.0), 1.0)


def percent(part: float) -> str:
    """A part as a length or place of SVG."""
    return f"{100 * part:.2f}%"


def few(count: int, most: int) -> set[int]:
    """Which of so many places carry a label where at most ``most`` have room: the last one, and others as far apart."""
    step = -(-count // most)
    return set(range(count - 1, -1, -step))
