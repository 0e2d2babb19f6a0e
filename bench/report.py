"""What a benchmark is asked for, what it gives back, and how that stands in docs/benchmarks.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """How to measure.

    Args:
        quick: see in less than a minute that it works; the numbers say little.
        seed: of all randomness.
        data: an existing folder for databases and what else is written; None for a temporary one in ``var/bench``.
        stock_turns: turns that stock Rasa answers to one learner; it grows slower with each.
        reviews: a review log as py-fsrs writes it (CSV), on which recall is compared too; None without.
    """

    quick: bool = False
    seed: int = 1
    data: Path | None = None
    stock_turns: int = 400
    reviews: Path | None = None


@dataclass(frozen=True)
class Finding:
    """What was measured: a table, and what must be known to read it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


class NoPlace(Exception):
    """The document has no markers for a benchmark; the message says which."""


def markdown(finding: Finding, measured_on: str) -> str:
    """A finding as Markdown. ``measured_on`` names the machine and the day."""
    return "\n".join(_lines(finding, measured_on))


def put(document: str, name: str, text: str) -> str:
    """The document with ``text`` between the markers ``<!-- name -->`` and ``<!-- /name -->``, and else unchanged.

    Raises:
        NoPlace: it has not exactly one such pair.
    """
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = document.partition(begin)
    _, _, after = rest.partition(end)
    if document.count(begin) != 1 or document.count(end) != 1 or end not in rest:
        raise NoPlace(f"It takes one {begin} and after it one {end}.")
    return f"{before}{begin}\n{text.strip()}\n{end}{after}"


def _lines(finding: Finding, measured_on: str) -> Iterator[str]:
    yield f"**{finding.title}**"
    yield ""
    yield _row(finding.columns)
    # Numbers stand to the right, what they are of to the left.
    yield _row(("---", *("---:" for _ in finding.columns[1:])))
    yield from map(_row, finding.rows)
    for paragraph in (*finding.notes, f"Measured on {measured_on}."):
        yield ""
        yield paragraph


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
