"""Whatever comes in is refused or taken with a sentence, and nothing is ever raised."""

import struct
from collections.abc import Callable
from datetime import date, time
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.catalogue.exchange import archives, books, columns, commas, sheets, yamls
from bot.catalogue.exchange.incoming import LARGEST
from bot.i18n import Text
from tests.catalogue.exchange.files import MEET, WORDLESS, read, saved, sheet, told, workbook, zipped
from tests.catalogue.exchange.mistakes import MISTAKES, mistaken
from tests.catalogue.exchange.test_lossless import PACK, content, of_pack

BODY = {name: words for name, words in MEET.items() if name not in columns.LEADING}
YAML = yamls.written(PACK, of_pack(PACK), "nl")
BOOK = saved(workbook(meet=sheet(MEET)))


def test_a_sound_row_is_taken() -> None:
    incoming = read("nieuw.xlsx", BOOK)
    assert not incoming.faults
    (taken,) = incoming.taken
    assert (taken.entry.id, taken.place.sheet, taken.place.cell) == (MEET["id"], "meet", "2")
    assert taken.entry.body["body"]["word"] == "het kussen"


def test_mistakes_are_all_told_with_their_cells() -> None:
    assert told(read("fouten.xlsx", mistaken())) == MISTAKES


def test_a_column_that_every_row_needs_is_missed_once() -> None:
    rows = [{**MEET, "id": f"care.comfort.meet_{name}"} for name in "abc"]
    for row in rows:
        del row["meaning"]
    incoming = read("x.xlsx", saved(workbook(meet=sheet(*rows))))
    assert told(incoming) == {"1": "missing_column"}
    assert len(incoming.faults) == 1


def test_numbers_days_and_truth_are_read_as_they_were_typed() -> None:
    claim = {**MEET, "id": "care.comfort.claim", "type": "true_false", "claim": 12, "right": True, "reason": 0.5}
    del claim["word"]
    (taken,) = read("x.xlsx", saved(workbook(blad=sheet({**claim, "picture": "🛏"})))).taken
    fields = taken.entry.body["body"]
    assert (fields["claim"], fields["right"], fields["reason"]) == ("12", "true", "0.5")


@pytest.mark.parametrize(
    ("value", "form"),
    [(0.5, "0%"), (0.5, "# ?/?"), (5, '"€" #,##0.00'), (date(2027, 2, 1), "d/m"), (time(6, 42), "h:mm")],
)
def test_what_the_spreadsheet_made_otherwise_is_told(value: Any, form: str) -> None:
    book = workbook(meet=sheet({**MEET, "word": value}))
    book["meet"]["F2"].number_format = form
    assert told(read("x.xlsx", saved(book))) == {"F2": "time"}


def test_a_day_is_taken_where_a_day_belongs() -> None:
    (tip,) = [one for one in content() if one.kind == "tip"][:1]
    book = load_workbook(BytesIO(books.written(sheets.tables([tip]), [], WORDLESS)))
    page = book["tip"]
    heads = [cell.value for cell in page[1]]
    place = heads.index("check_by") + 1
    page.cell(2, place).value = date(2027, 5, 1)
    page.cell(2, place).number_format = "d/mm/yyyy"
    (taken,) = read("x.xlsx", saved(book)).taken
    assert taken.entry.body["check_by"] == "2027-05-01"


def test_ends_of_lines_of_other_programs_are_ends_of_lines() -> None:
    (taken,) = read("x.xlsx", saved(workbook(meet=sheet({**MEET, "meaning": "een_x000D_\ntwee"})))).taken
    assert taken.entry.body["body"]["meaning"] == "een\ntwee"


@pytest.mark.parametrize("word", ["true", "TRUE", "WAAR", "VRAI"])
def test_true_is_true_in_csv_of_any_excel(word: str) -> None:
    claim = {**MEET, "id": "care.comfort.claim", "type": "true_false", "claim": "VRAI", "right": word, "picture": "🛏"}
    claim["reason"] = claim.pop("word")
    (taken,) = read("x.csv", commas.written(sheet(claim))).taken
    assert (taken.entry.body["body"]["right"], taken.entry.body["body"]["claim"]) == ("true", "VRAI")


@given(st.sampled_from(["situation", "word", "meaning", "example"]), st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_an_edited_cell_is_taken_as_it_was_typed_or_told(field: str, words: str) -> None:
    typed = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    incoming = read("x.csv", commas.written(sheet({**MEET, field: words})).replace(b"\0", b"?"))
    if incoming.taken and not incoming.faults:
        assert incoming.taken[0].entry.body["body"] == {**BODY, field: typed.replace("\0", "?")}
    else:
        cell = "EFGH"[["situation", "word", "meaning", "example"].index(field)]
        assert told(incoming).keys() <= {f"{cell}2"}
        assert incoming.faults


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_of_any_country_is_taken(separator: str, encoding: str) -> None:
    row = {**MEET, "word": "het café"}
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in line) for line in sheet(row))
    incoming = read("x.csv", text.encode(encoding))
    assert not incoming.faults
    assert incoming.taken[0].entry.body["body"]["word"] == "het café"
    assert len(incoming.remarks) == (encoding == "cp1252")


def test_script_is_words() -> None:
    script = "<script>alert(1)</script>"
    (taken,) = read("x.xlsx", saved(workbook(meet=sheet({**MEET, "word": script})))).taken
    assert taken.entry.body["body"]["word"] == script


def lying() -> bytes:
    """A zip that says of a file that it is small."""
    content = bytearray(zipped({"pack.yml": b"a" * 50_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", content, content.index(mark) + offset, 10)
    return bytes(content)


def climbing() -> bytes:
    return zipped({"pack.yml": b"", "../../etc/passwd": b""})


def defining() -> bytes:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><a>&b;</a>'
    return zipped({"xl/workbook.xml": bomb, "[Content_Types].xml": b"<a/>"})


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("x.zip", lambda: zipped({"pack.yml": b"a" * (archives.SMALL * 5)}), "bomb"),
        ("x.zip", lambda: zipped({f"{n}": b"" for n in range(archives.MOST_FILES + 1)}), "too_many_files"),
        ("x.zip", climbing, "climbs_out"),
        ("x.zip", lambda: zipped({"readme": b""}), "no_pack_inside"),
        ("x.zip", lambda: zipped({"pack.yml": b"x" * 900})[:-30], "broken_archive"),
        ("x.zip", lambda: BOOK, "not_what_it_says"),
        ("x.xlsx", lambda: zipped({"pack.yml": b"x"}), "not_what_it_says"),
        ("x.xlsx", lambda: b"id;unit", "not_what_it_says"),
        ("x.csv", lambda: BOOK, "not_what_it_says"),
        ("x.yml", lambda: BOOK, "not_what_it_says"),
        ("x.xlsx", defining, "entities"),
        ("x.xlsx", lambda: zipped({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b""}), "macros"),
        ("x.xlsx", lambda: zipped({"xl/workbook.xml": b"<a/>"}), "broken_workbook"),
        ("x.xlsm", lambda: BOOK, "macros"),
        ("x.xls", lambda: b"\xd0\xcf\x11\xe0", "not_taken"),
        ("x.xlsx", lambda: b"\xd0\xcf\x11\xe0", "not_taken"),
        ("x.exe", lambda: b"MZ", "not_taken"),
        ("", lambda: b"", "not_taken"),
        ("x.csv", lambda: b"", "empty"),
        ("x.csv", lambda: b"id;unit\n", "empty"),
        ("x.csv", lambda: b'id\n"a', "broken_csv"),
        ("x.csv", lambda: b"id\n\0", "not_text"),
        ("x.csv", lambda: b"a" * (LARGEST + 1), "too_large"),
        ("x.yml", lambda: b"a" * (yamls.LARGEST + 1), "too_large"),
    ],
)
def test_what_cannot_be_read_is_refused(name: str, content: Callable[[], bytes], key: str) -> None:
    incoming = read(name, content())
    (fault,) = incoming.faults
    assert isinstance(fault.message, Text)
    assert fault.message.key == f"console.import.fault.{key}"
    assert not incoming.taken


def test_a_zip_that_lies_about_its_size_is_refused() -> None:
    assert {*told(read("x.zip", lying())).values()} <= {"bomb", "broken_archive"}


def test_a_zip_with_a_password_is_refused() -> None:
    content = bytearray(zipped({"pack.yml": b"words"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    assert told(read("x.zip", bytes(content))) == {"": "locked"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("level: A1", "level: !!python/object:os.system A1", "tag"),
        ("level: A1", "level: &a A1\nlicense: *a", "refers to *a"),
        ("level: A1", "level: A9", "use one of"),
        ("level: A1", "level: " + "[" * 100 + "]" * 100, "levels within each other"),
        ("target: nl", "target: '", "cannot be read"),
        ("- id: care", "- id: office", "should begin with"),
    ],
)
def test_yaml_that_is_no_pack_of_ours_is_told_line_by_line(old: str, new: str, said: str) -> None:
    incoming = read("x.yml", YAML.replace(old, new, 1).encode())
    messages = told(incoming)
    assert any(said in message for message in messages.values()), messages


def test_the_same_name_twice_would_lose_a_part() -> None:
    (item,) = [one for one in of_pack(PACK) if one.kind == "item" and one.body["type"] == "scene"][:1]
    parts = {"turns.1.name": "a", "turns.2.name": "a", "turns.1.say": "Dag", "turns.2.say": "Dag"}
    row = {"id": item.id, "unit": item.body["unit"], "pack": PACK, "type": "scene", **parts}
    faults = told(read("x.xlsx", saved(workbook(blad=sheet(row)))))
    assert "same_name" in faults.values()


ENDINGS = st.sampled_from([".xlsx", ".csv", ".yml", ".zip", ".txt", ".xlsm", ""])


@given(ENDINGS, st.binary(max_size=2_000))
@settings(max_examples=200, deadline=None)
def test_bytes_of_any_kind_raise_nothing(ending: str, content: bytes) -> None:
    assert read(f"x{ending}", content).faults


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_file_raises_nothing(data: st.DataObject) -> None:
    ending, whole = data.draw(
        st.sampled_from([(".xlsx", BOOK), (".yml", YAML.encode()), (".zip", zipped({"pack.yml": YAML.encode()}))])
    )
    content = bytearray(whole)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    read(f"x{ending}", bytes(content[: data.draw(st.integers(0, len(content)))]))


@given(st.lists(st.lists(st.text(), max_size=12), max_size=6), st.sampled_from(";,\t"))
@settings(max_examples=200, deadline=None)
def test_any_table_raises_nothing(rows: list[list[str]], separator: str) -> None:
    heads = [*MEET, "options.a.word", "turns.1.name", "turns.1.choices.a.word"]
    lines = [heads, *rows]
    read("x.csv", "\n".join(separator.join(line) for line in lines).encode("utf-8", "surrogatepass"))


@given(st.dictionaries(st.sampled_from([*MEET, "options.a.word", "options.1.name", "turns.2.say"]), st.text()))
@settings(max_examples=200, deadline=None)
def test_any_row_raises_nothing(row: dict[str, str]) -> None:
    text = ";".join(row) + "\n" + ";".join('"' + cell.replace('"', '""') + '"' for cell in row.values())
    read("x.csv", text.encode("utf-8", "surrogatepass"))


def test_stored_files_of_any_name_are_looked_through() -> None:
    files = {"C:/x": b"", "/etc/x": b"", "..\\x": b""}
    for name in files:
        assert told(read("x.zip", zipped({name: b""}))) == {"": "climbs_out"}
