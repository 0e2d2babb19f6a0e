"""Lists in a field: a line each."""

from hypothesis import given
from hypothesis import strategies as st

from bot.console.shaping import lines
from bot.learning.shapes import Plain, RowLines, Yes

PHRASES = RowLines("violence", fields=(Plain("phrase"), Yes("whole"), Plain("reviewed", required=False)))
WORDS = st.text(st.characters(whitelist_categories=("L", "N")), min_size=1, max_size=9)


def test_empty_lines_are_no_values() -> None:
    assert lines.read("  de helm \n\n   \r\nde bril\n") == ["de helm", "de bril"]


def test_a_row_is_its_words_and_what_is_said_of_them() -> None:
    row = {"phrase": "hij slaat mij", "whole": "yes", "reviewed": "Olena 2026-11-01"}
    assert lines.rows_written(PHRASES, [row]) == "hij slaat mij | whole | reviewed: Olena 2026-11-01"
    assert lines.rows_read(PHRASES, "hij slaat mij|reviewed:Olena 2026-11-01 |whole") == [row]


def test_what_is_no_field_stays_in_the_words() -> None:
    assert lines.rows_read(PHRASES, "hij | zij: ja") == [{"phrase": "hij | zij: ja"}]


def test_lists_have_names() -> None:
    assert lines.lists_read("someone: hij, zij,\nhe: me\nsomeone: ze") == {
        "someone": ["hij", "zij", "ze"],
        "he": ["me"],
    }


def test_words_without_a_name_are_kept() -> None:
    assert lines.lists_read("hij, zij") == {"": ["hij", "zij"]}


def test_what_is_no_list_is_written_as_an_empty_one() -> None:
    assert lines.lists_written({"someone": None, "he": 3, "she": "ja"}) == "someone: \nhe: \nshe: "


def test_an_empty_list_is_seen_where_it_says_something() -> None:
    assert (lines.written([]), lines.written([], empty=True), lines.written(None, empty=True)) == ("", "-", "")


@given(st.lists(WORDS), st.dictionaries(WORDS, st.lists(WORDS, min_size=1)))
def test_what_was_written_is_read(words: list[str], named: dict[str, list[str]]) -> None:
    assert lines.read(lines.written(words)) == words
    assert lines.lists_read(lines.lists_written(named)) == named
