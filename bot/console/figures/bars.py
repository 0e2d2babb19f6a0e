"""Bars that lie below each other, each with its own line of words: for anything that has a name."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.console.figures.drawing import About, Mark, framed, most_of, percent, share

ROW = 58
"""Pixels of one bar with its words."""

BAR = Markup(
    '<text class="label" x="0" y="{label_y}">{label}</text>'
    '<rect class="track" x="0" y="{y}" width="100%" height="10" rx="5"/>'
    '<rect class="mark mark-{kind}" x="0" y="{y}" width="{width}" height="10" rx="5"/>'
    '<text class="said" x="0" y="{said_y}">{said}</text>'
)


def bars(about: About, marks: Sequence[Mark], most: float | None = None) -> Markup:
    """Draw bars; nothing when there is none.

    Args:
        about: what the figure is.
        marks: the bars, from above.
        most: the value of a full bar; without it, the largest.
    """
    if not marks:
        return Markup()
    whole = most_of(marks, most)
    return framed("bars", about, ROW * len(marks), (_bar(mark, row, whole) for row, mark in enumerate(marks)))


def _bar(mark: Mark, row: int, most: float) -> Markup:
    top = ROW * row
    return BAR.format(
        label=mark.label,
        label_y=top + 14,
        kind=mark.kind or "plain",
        y=top + 21,
        width=percent(share(mark.value, most)),
        said=f"{mark.said} · {mark.word}" if mark.word else mark.said,
        said_y=top + 46,
    )
