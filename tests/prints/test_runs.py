"""A line of both directions, in the order in which it is seen."""

import unicodedata

import pytest
from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection
from hypothesis import given
from hypothesis import strategies as st

from bot.prints.runs import MARKS, runs
from bot.prints.words import clean

CASES = [
    ("Hallo daar", False, ["Hallo daar"]),
    ("اسمي \u2068Sofie Claes\u2069 هنا", True, ["هنا", "Sofie Claes", "اسمي"]),
    # What follows a name stays with the sentence, though the name runs the other way.
    ("\u2068Sofie\u2069 هنا.", True, ["هنا.", "Sofie"]),
    ("Met \u2068محمد علي\u2069 samen", False, ["Met", "محمد علي", "samen"]),
    # A number inside words from right to left stands between them.
    ("Straat \u2068محمد 12 علي\u2069 links", False, ["Straat", "علي", "12", "محمد", "links"]),
    ("من 5 إلى 7", True, ["7", "إلى", "5", "من"]),
    ("\u2068Settings > Privacy\u2069 هنا", True, ["هنا", "Settings > Privacy"]),
    ("ሰላም Werkmaat እዩ", False, ["ሰላም", "Werkmaat", "እዩ"]),
]


@pytest.mark.parametrize(("line", "rtl", "seen"), CASES)
def test_the_order_of_seeing(line: str, rtl: bool, seen: list[str]) -> None:
    words = [run.words.strip() for run in runs(line, rtl)]
    assert [word for word in words if word] == seen


@pytest.mark.parametrize("word", ["يومًا", "معلّم", "می\u200cخواهم", "ښه", "Ayşe", "доброго", "ንዓኹም"])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_word_is_one_run_with_its_marks_and_joiners(word: str, rtl: bool) -> None:
    [run] = runs(word, rtl)
    assert (run.words, run.rtl) == (word, unicodedata.bidirectional(word[0]) == "AL")


def test_each_script_has_a_font_that_has_its_letters() -> None:
    found = {run.font.family for run in runs("Hallo мир سلام ሰላም", False)}
    assert found == {"Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"}


MIXED = st.text(
    st.sampled_from("abc xyz 12 .,()>/-" + "اسم علي ۳ هنا" + "\u2068\u2068\u2069\u2069" + "ሰላም"), max_size=40
)


@given(MIXED, st.booleans())
def test_every_line_is_seen_as_unicode_says(words: str, rtl: bool) -> None:
    line = clean(words)
    seen = "".join(run.words[::-1] if run.rtl else run.words for run in runs(line, rtl))
    wanted = BidiParagraph(line, TextDirection.RTL if rtl else TextDirection.LTR).get_reordered_string()
    assert seen == "".join(sign for sign in wanted if sign not in MARKS)
