"""XLSX: words are words, numbers are numbers, and nothing is a formula."""

import tracemalloc
from io import BytesIO
from tempfile import TemporaryFile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.console.files.sheet import INVISIBLE, Sheet
from bot.console.files.workbook import LONGEST, write

UNUSUAL = st.characters(exclude_categories=["Cs"], exclude_characters="\r")
WORDS = st.text(UNUSUAL, min_size=1, max_size=20).map(lambda one: INVISIBLE.sub("", one))
SIGNS = st.sampled_from(["", "=", "+", "-", "@", "#N/A", "=1+1", "{=1}", "TRUE", "1e5", "2026-01-01"])


def cells(sheet: Sheet) -> list[list[Any]]:
    file = BytesIO()
    write(sheet, file)
    page: Any = load_workbook(file).active
    return [list(row) for row in page.iter_rows()]


@settings(deadline=None)
@given(st.lists(st.builds(str.__add__, SIGNS, WORDS).filter(bool), min_size=1, max_size=5))
def test_no_words_become_a_formula_an_error_or_a_number(words: list[str]) -> None:
    _, *rows = cells(Sheet("list", ("Name",), [(one,) for one in words]))
    assert {row[0].data_type for row in rows} == {"s"}
    assert [row[0].value for row in rows] == words


def test_heads_are_bold_and_stay_and_numbers_count() -> None:
    file = BytesIO()
    write(Sheet("a list with a name that is much too long", ("=Name", "Days"), [("Amina", 12)]), file)
    page: Any = load_workbook(file).active
    assert (len(page.title), page.freeze_panes) == (31, "A2")
    [[name, days], [amina, number]] = page.iter_rows()
    assert (name.value, name.data_type, name.font.b, days.value) == ("=Name", "s", True, "Days")
    assert (amina.value, number.value, number.data_type) == ("Amina", 12, "n")


def test_more_than_excel_takes_is_cut() -> None:
    _, [cell] = cells(Sheet("list", ("Name",), [("a" * (LONGEST + 1),)]))
    assert len(cell.value) == LONGEST


def peak(rows: int) -> int:
    """The most memory that it takes to write so many rows, in bytes."""
    tracemalloc.start()
    with TemporaryFile() as file:
        write(Sheet("list", ("Name", "Days"), ((f"Amina {number}", number) for number in range(rows))), file)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@pytest.mark.slow
def test_ten_times_as_many_rows_take_no_more_memory() -> None:
    peak(100)
    assert peak(10_000) < 1.2 * peak(1_000)
