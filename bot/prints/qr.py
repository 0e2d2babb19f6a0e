"""A link as squares that a phone reads."""

from itertools import groupby

import segno

from bot.prints.paper import Paper

INK = "#000000"
BORDER = 4
"""Empty squares around the code, as the standard (ISO/IEC 18004) wants them."""


def draw(paper: Paper, link: str, x: float, y: float, side: float) -> None:
    """Draw a QR code, its empty border included, in a square of ``side`` millimetres."""
    rows = list(segno.make(link, error="m", micro=False).matrix_iter(border=BORDER))
    square = side / len(rows)
    paper.box(x, y, side, side, "#FFFFFF")
    for number, row in enumerate(rows):
        place = 0
        for dark, group in groupby(row):
            count = len([*group])
            if dark:
                # A hair higher than its row, so that no white shines through between two.
                paper.box(x + place * square, y + number * square, count * square, square * 1.02, INK)
            place += count
