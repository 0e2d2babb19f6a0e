"""Words as paper takes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.lettering import Style, measured
from bot.prints.values import Both
from bot.prints.words import CLOSING, OPENING, POINTS, clean, lines

STYLE = Style(12, 400, "#000000")


@pytest.mark.parametrize(
    ("words", "cleaned"),
    [
        ("👋 Welkom 🏗️ hier", "Welkom hier"),
        ("één\nregel\tmaar\r\n", "één regel maar"),
        ("2 × 3 €", "2 × 3 €"),
        ("李小龙 Lee", "??? Lee"),
        ("a\0b\x07c\udc00", "abc"),
        ("\u202eomgekeerd\u202c", "omgekeerd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u2068Sofie\u2069", "\u2068Sofie\u2069"),
        ("Prêt\u00a0?", "Prêt\u00a0?"),
        ("   ", ""),
        ("x" * 5000, "x" * 600),
    ],
)
def test_what_no_font_draws_is_left_out(words: str, cleaned: str) -> None:
    assert clean(words) == cleaned


def test_no_line_begins_with_a_french_question_mark() -> None:
    words = "Vous avez\u00a0?"
    found = lines(words, STYLE, (measured("Vous avez", STYLE) + 1) / POINTS, 3)
    assert found == ["Vous", "avez\u00a0?"]


def test_an_isolate_that_goes_on_is_opened_anew() -> None:
    words = "أنا \u2068Sofie Claes\u2069 هنا"
    found = lines(words, STYLE, (measured("Claes هنا", STYLE) + 1) / POINTS, 3)
    assert found == ["أنا \u2068Sofie\u2069", "\u2068Claes\u2069 هنا"]


@given(st.text(), st.floats(5, 180), st.integers(1, 4))
def test_any_words_make_lines_that_fit(words: str, width: float, most: int) -> None:
    found = lines(words, STYLE, width, most)
    assert len(found) <= most
    for line in found:
        assert measured(line, STYLE) <= width * POINTS + 0.01
        assert sum(sign in OPENING for sign in line) <= line.count(CLOSING)


@pytest.mark.parametrize(
    ("own", "beside", "are_one"),
    [("Hallo", "Hallo", True), ("\u2068Hallo\u2069", "Hallo", True), ("مرحبا", "Hallo", False), ("", "", True)],
)
def test_words_that_read_the_same_are_one(own: str, beside: str, are_one: bool) -> None:
    assert Both(own, beside).are_one is are_one
