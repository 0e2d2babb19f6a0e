"""What keeps the words of a workplace from being sent: said row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.learning.spelling import plain
from bot.store.workplace_rows import Written
from bot.store.workplaces import Word

LONGEST_TEXT, LONGEST_MEANING, LONGEST_SENTENCE = 60, 200, 200
"""Characters."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with the row of this number, as the end of a message's key; 0 is the page as a whole."""

    number: int
    code: str


def faults(rows: Sequence[Written | Word]) -> Sequence[Fault]:
    """Return what is wrong with the rows of a page, be they written just now or kept; empty ones are left out."""
    filled = [row for row in rows if isinstance(row, Word) or not row.empty]
    found = [Fault(row.number, code) for row in filled for code in _of_row(row)]
    found += [Fault(number, "twice") for number in _again(filled, "text")]
    found += [Fault(number, "meaning_twice") for number in _again(filled, "meaning")]
    none = [] if any(plain(row.text) for row in filled) else [Fault(0, "too_few")]
    return [*none, *sorted(found, key=lambda one: one.number)]


def _of_row(row: Written | Word) -> Iterator[str]:
    if not plain(row.text):
        yield "no_word"
    if not row.meaning:
        yield "no_meaning"
    if len(row.text) > LONGEST_TEXT:
        yield "word_too_long"
    if len(row.meaning) > LONGEST_MEANING:
        yield "meaning_too_long"
    if len(row.sentence) > LONGEST_SENTENCE:
        yield "sentence_too_long"


def _again(rows: Sequence[Written | Word], field: str) -> Iterator[int]:
    """Yield the numbers of the rows that say in a field what an earlier one says."""
    said: set[str] = set()
    for row in rows:
        words = plain(getattr(row, field))
        if words and words in said:
            yield row.number
        said.add(words)
