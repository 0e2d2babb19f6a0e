"""A document that is drawn as a sheet of paper: how its lines are written, and how they are read aloud."""

import re
from collections.abc import Iterator

from bot.learning.items._checks import Problem

MOST_LINES = 16
LONGEST_LINE = 48
"""Characters: more would be too small to read on a phone."""
MOST_COLUMNS = 4

TITLE = "# "
COLUMN = " | "
RULE = "---"


def aloud(lines: list[str]) -> str:
    """Return the words of a paper as they are read to somebody, line by line; columns after each other."""
    return "\n".join(_sentence(line.removeprefix(TITLE)) for line in lines if line != RULE)


def paper_problems(lines: list[str]) -> Iterator[Problem]:
    """Yield what keeps lines from being drawn on one sheet."""
    if len(lines) > MOST_LINES:
        yield Problem("document", f"has {len(lines)} lines: at most {MOST_LINES} can be read on a phone when drawn")
    for line in lines:
        if len(line) > LONGEST_LINE:
            yield Problem("document", f"has a line of {len(line)} characters, {line!r}: drawn, {LONGEST_LINE} fit")
        if line.count(COLUMN) >= MOST_COLUMNS:
            yield Problem("document", f"has more than {MOST_COLUMNS} columns in {line!r}")


def _sentence(line: str) -> str:
    """A line with its columns as one sentence, so that a voice pauses at its end."""
    cells = [cell for cell in line.split(COLUMN) if cell.strip()]
    words = (": " if len(cells) == 2 else ", ").join(cell.rstrip(":") for cell in cells)
    return words if re.search(r"[.!?…]$", words) else f"{words}."
