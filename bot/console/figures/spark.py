"""A line as small as a word: how something went, without its numbers."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.console.figures.drawing import About, framed, share

HEIGHT = 32
WIDTH = 100
EDGE = 2
"""Left free above and below, so that the line is not cut."""

BOX = Markup(' viewBox="0 0 {width} {height}" preserveAspectRatio="none"').format(width=WIDTH, height=HEIGHT)
LINE = Markup('<polyline class="line" points="{points}" vector-effect="non-scaling-stroke"/>')


def spark(about: About, values: Sequence[float]) -> Markup:
    """Draw a line through the values, none of them below zero; nothing when there is none."""
    if not values:
        return Markup()
    # One value is a level line: there is nothing yet that it could have come from.
    drawn = [values[0], *values] if len(values) == 1 else values
    most = max(drawn) or 1.0
    points = " ".join(f"{_x(place, len(drawn)):g},{_y(value, most):g}" for place, value in enumerate(drawn))
    return framed("spark", about, HEIGHT, [LINE.format(points=points)], BOX)


def _x(place: int, count: int) -> float:
    return round(WIDTH * place / (count - 1), 2)


def _y(value: float, most: float) -> float:
    return round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share(value, most), 2)
