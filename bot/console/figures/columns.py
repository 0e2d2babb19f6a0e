"""Columns beside each other: for what follows in time, and for a few things with short names."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from bot.console.figures.drawing import About, Mark, few, framed, most_of, percent, share

HEIGHT, BASE, FULL = 168, 144, 120
"""Pixels: of the figure, from its top to where columns stand, and of the highest column."""

WIDTH = 0.7
"""The part of its place that a column takes."""

MOST_LABELS = 6
"""So many labels have room beside each other on a phone."""

BASELINE = Markup('<line class="axis" x1="0" y1="{y}" x2="100%" y2="{y}"/>')
COLUMN = Markup('<rect class="mark mark-{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="3"/>')
WORDS = Markup('<text class="{kind}" x="{x}" y="{y}" text-anchor="middle">{words}</text>')


def columns(about: About, marks: Sequence[Mark], most: float | None = None) -> Markup:
    """Draw columns; nothing when there is none.

    Args:
        about: what the figure is.
        marks: the columns, from the left; where there are many, not each label is written.
        most: the value of a full column; without it, the largest.
    """
    if not marks:
        return Markup()
    return framed("columns", about, HEIGHT, _parts(marks, most_of(marks, most)))


def _parts(marks: Sequence[Mark], most: float) -> Iterator[Markup]:
    yield BASELINE.format(y=BASE)
    labelled = few(len(marks), MOST_LABELS)
    for place, mark in enumerate(marks):
        yield from _column(mark, place, len(marks), most)
        if place in labelled:
            yield WORDS.format(kind="label", x=_middle(place, len(marks)), y=HEIGHT - 6, words=mark.label)


def _column(mark: Mark, place: int, count: int, most: float) -> Iterator[Markup]:
    height = round(FULL * share(mark.value, most))
    left, width = (place + (1 - WIDTH) / 2) / count, WIDTH / count
    yield COLUMN.format(
        kind=mark.kind or "plain", x=percent(left), y=BASE - height, width=percent(width), height=height
    )
    if count <= 2 * MOST_LABELS:
        yield WORDS.format(kind="said", x=_middle(place, count), y=BASE - height - 6, words=mark.said)


def _middle(place: int, count: int) -> str:
    return percent((place + 0.5) / count)
