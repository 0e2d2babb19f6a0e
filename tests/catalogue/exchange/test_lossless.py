"""What goes out and comes in again unchanged is what it was: all of the content, in every form of file."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.authored import Authored
from bot.catalogue.exchange import books, commas, flat, sheets, yamls
from bot.catalogue.exchange.incoming import Incoming
from bot.catalogue.folder import read_folder
from bot.catalogue.judging import as_written
from bot.catalogue.kinds import fields as fields_of
from bot.catalogue.problems import Notes
from bot.catalogue.reading import read_bytes
from bot.settings import CONTENT
from tests.catalogue.exchange.files import WORDLESS, read
from tests.fakes.course import EXTRA

PACK = "nl/care/A1"
PARTS = ("turns", "turns.*.choices", "questions", "questions.*.options", "pairs", "options")


@cache
def content() -> Sequence[Authored]:
    """Every item, unit and tip there is; with ``extra``, of every type."""
    extra = [one for folder in sorted(EXTRA.iterdir()) for one in read_folder(folder).entries]
    found = [one for one in read_folder(CONTENT).entries if one.kind in ("item", "unit", "tip")]
    known = {one.id for one in found}
    return [*found, *(one for one in extra if one.kind in ("item", "unit") and one.id not in known)]


def of_pack(pack: str) -> list[Authored]:
    items = [one for one in content() if one.kind == "item" and path_of(one) == pack]
    units = {one.body["unit"] for one in items}
    return [*(one for one in content() if one.kind == "unit" and one.id in units), *items]


def path_of(one: Authored) -> str:
    return "/".join(one.body[name] for name in ("target", "sector", "level"))


def packs() -> list[str]:
    return [*dict.fromkeys(path_of(one) for one in content() if one.kind == "item")]


def ordered(body: Any) -> Any:
    """A body in which the order of parts counts too."""
    if not isinstance(body, dict):
        return body
    return [[name, ordered(value)] for name, value in body.items()]


def numbered(one: Authored) -> dict[str, str]:
    """What stands in an entry, its parts by their numbers."""
    return dict(flat.cells(as_written(fields_of(one.kind, one.body)), PARTS))


def assert_same(incoming: Incoming, entries: Iterable[Authored], in_order: bool = False) -> None:
    assert not incoming.faults
    came = {one.entry.id: one.entry for one in incoming.taken}
    assert len(came) == len(incoming.taken)
    for one in entries:
        entry = came.pop(one.id)
        assert (entry.kind, entry.body) == (one.kind, one.body)
        assert numbered(entry) == numbered(one)
        assert not in_order or ordered(entry.body) == ordered(one.body)
    assert not came


def dutch() -> list[Authored]:
    """What stands in packs of one target language, as the units of one table do; and all tips."""
    return [one for one in content() if one.body.get("target", "nl") == "nl"]


def test_a_workbook_of_all_of_the_content() -> None:
    tables = sheets.tables(dutch(), PACK)
    assert_same(read("alles.xlsx", books.written(tables, packs(), WORDLESS)), dutch())


def test_csv_of_all_of_the_content() -> None:
    written = commas.written(sheets.together(sheets.tables(dutch(), PACK)))
    assert_same(read("alles.csv", written), dutch())


@pytest.mark.parametrize("pack", packs())
def test_every_pack_as_yaml(pack: str) -> None:
    written = yamls.written(pack, of_pack(pack), "nl")
    assert_same(read("pack.yml", written.encode()), of_pack(pack), in_order=True)


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1)
line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)
names = st.text(min_size=1) | st.sampled_from("abcd")
fields = st.fixed_dictionaries({}, optional={"word": words, "reason": words, "about": words})
parts = st.dictionaries(names, fields.filter(bool), min_size=1, max_size=4)
bodies = st.fixed_dictionaries(
    {"situation": words}, optional={"answers": st.lists(line, min_size=1), "options": parts, "turns": parts}
)


@given(bodies)
def test_any_body_becomes_cells_and_again_a_body(body: dict[str, Any]) -> None:
    cells = dict(flat.cells(body))
    assert ordered(flat.body_of(cells, {"answers"})) == ordered(body)
    numbered = dict(flat.cells(body, {"options", "turns"}))
    assert ordered(flat.body_of(numbered, {"answers"})) == ordered(body)


@given(st.lists(st.lists(words.filter(lambda text: "\r" not in text), min_size=2, max_size=2), min_size=1))
def test_any_words_survive_csv(rows: list[list[str]]) -> None:
    grid = commas.grid(commas.written([["id", "word"], *rows]), "words", [])
    assert [*grid.rows] == [["id", "word"], *rows]


@given(st.text())
def test_any_words_survive_yaml(text: str) -> None:
    notes = Notes("words.yml")
    node = read_bytes(yamls.dumped({"first": text, "again": [text, text]}).encode(), notes)
    assert not notes.problems
    assert node is not None
    assert node.plain() == {"first": text, "again": [text, text]}
