"""Workbooks to fill in: every type has one, with drop-downs and an explanation, and its columns are known again."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.catalogue.exchange import books, columns, sheets
from bot.catalogue.exchange.workbooks import INSTRUCTIONS
from tests.catalogue.exchange.files import WORDLESS, read, told


@pytest.mark.parametrize("type_name", columns.types())
def test_an_empty_workbook_of_every_type(type_name: str) -> None:
    written = books.written([sheets.template(type_name)], ["nl/care/A1"], WORDLESS)
    book = load_workbook(BytesIO(written))
    assert book.sheetnames == [INSTRUCTIONS, type_name]
    heads = [str(cell.value) for cell in book[type_name][1]]
    assert heads[:4] == ["id", "unit", "pack", "type"]
    assert all(columns.is_known(head) for head in heads)
    assert told(read("leeg.xlsx", written)) == {"": "empty"}


def test_fields_with_few_values_have_drop_downs() -> None:
    book = load_workbook(BytesIO(books.written([sheets.template("true_false")], ["nl/care/A1"], WORDLESS)))
    lists = {choice.formula1 for choice in book["true_false"].data_validations.dataValidation}
    assert lists == {'"nl/care/A1"', '"true,false"', '"yes"'}


def test_the_instructions_say_what_must_be_filled_in() -> None:
    page = load_workbook(BytesIO(books.written([sheets.template("choose_word")], [], WORDLESS)))[INSTRUCTIONS]
    told_of = {row[0]: row[1] for row in page.iter_rows(values_only=True) if row[0]}
    needed = "console.export.sheet.needed"
    assert told_of["situation"] == f"situation. {needed}"
    assert told_of["options.a.word"] == "word"
    assert told_of["id"] == "console.export.sheet.column.id"
