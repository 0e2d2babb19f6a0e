"""A dot for each day: weeks beside each other. What was not done is not drawn."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from bot.console.figures.drawing import About, Mark, few, framed, percent

MOST = 7
"""Dots above each other."""

APART, RADIUS = 14, 5
HEIGHT, BASE = MOST * APART + 28, MOST * APART + 2
"""Pixels: of the figure, and from its top to the line on which dots stand."""

MOST_LABELS = 4

BASELINE = Markup('<line class="axis" x1="0" y1="{y}" x2="100%" y2="{y}"/>')
DOT = Markup('<circle class="mark mark-{kind}" cx="{x}" cy="{y}" r="{radius}"/>')
LABEL = Markup('<text class="label" x="{x}" y="{y}" text-anchor="middle">{words}</text>')


def dots(about: About, marks: Sequence[Mark]) -> Markup:
    """Draw a row of piles of dots, at most seven high; nothing when there is no pile."""
    if not marks:
        return Markup()
    return framed("dots", about, HEIGHT, _parts(marks))


def _parts(marks: Sequence[Mark]) -> Iterator[Markup]:
    yield BASELINE.format(y=BASE)
    labelled = few(len(marks), MOST_LABELS)
    for place, mark in enumerate(marks):
        x = percent((place + 0.5) / len(marks))
        for number in range(min(round(mark.value), MOST)):
            y = BASE - APART * number - APART // 2 - 1
            yield DOT.format(kind=mark.kind or "plain", x=x, y=y, radius=RADIUS)
        if place in labelled:
            yield LABEL.format(x=x, y=HEIGHT - 8, words=mark.label)
