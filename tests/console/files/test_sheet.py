"""What a file holds: plain words and numbers."""

import pytest

from bot.console.files.sheet import written
from bot.i18n import Part, Text, Verbatim
from bot.journeys.tables import Cell


def say(part: Part) -> str:
    return f"\u200f\u2068{part.key}\u2069" if isinstance(part, Text) else "said"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12, 12),
        (None, "too few"),
        (Verbatim("أمينة"), "أمينة"),
        (Verbatim("A\u200eB\x07\u2066C"), "ABC"),
        (Verbatim("three\r\nli\rnes"), "three\nli\nnes"),
        (Text("a.b"), "a.b"),
        ((Text("a.b"), Verbatim("c")), "a.b, c"),
        ((), ""),
    ],
)
def test_a_cell_is_words_without_signs_or_a_number(cell: Cell, value: str | int) -> None:
    assert list(written([[cell]], say, "too few")) == [(value,)]


def test_rows_are_read_as_they_are_asked_for() -> None:
    read: list[int] = []

    def rows() -> object:
        for number in range(3):
            read.append(number)
            yield [number]

    found = written(rows(), say)  # type: ignore[arg-type]
    next(found)
    assert read == [0]
