"""CSV: what a spreadsheet makes of it, and of formulas nothing."""

import csv
import tracemalloc
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.console.files.comma import OF_FORMULAS, harmless, lines
from bot.console.files.sheet import Sheet, Value

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
ROWS = st.lists(st.tuples(WORDS, st.integers(0, 9999), WORDS), max_size=6)


def read(sheet: Sheet, separator: str) -> list[list[str]]:
    """What a program reads that knows CSV."""
    text = b"".join(lines(sheet, separator)).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Amina", "Amina"),
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+32 470", "'+32 470"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_what_begins_as_a_formula_is_led_by_an_apostrophe(words: str, kept: str) -> None:
    assert harmless([words, -3]) == [kept, -3]


@pytest.mark.parametrize("separator", [",", ";"])
@settings(deadline=None)
@given(rows=ROWS)
def test_it_is_read_as_it_was_written_but_for_formulas(separator: str, rows: list[tuple[Value, ...]]) -> None:
    sheet = Sheet("list", ("Name", "=Days", "Unit"), rows)
    head, *found = read(sheet, separator)
    assert head == ["Name", "'=Days", "Unit"]
    assert found == [[str(value) for value in harmless(row)] for row in rows]
    assert not any(cell.startswith(OF_FORMULAS) for row in found for cell in row)


def test_excel_sees_utf_8_and_lines_as_it_expects_them() -> None:
    assert b"".join(lines(Sheet("list", ("Naam",), [("أمينة",)]), ";")) == "\ufeffNaam\r\nأمينة\r\n".encode()


def peak(rows: int) -> int:
    """The most memory that it takes to write so many rows, in bytes."""
    sheet = Sheet("list", ("Name", "Days"), (("Amina " * 10, number) for number in range(rows)))
    tracemalloc.start()
    written = sum(len(part) for part in lines(sheet, ","))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert written > 60 * rows
    return most


def test_ten_times_as_many_rows_take_no_more_memory() -> None:
    peak(100)
    assert peak(50_000) < 1.2 * peak(5_000)
