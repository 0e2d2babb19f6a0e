"""The page for a learner to begin with."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.prints import Both, EnrolmentSheet, Figure, Step, enrolment_sheets
from bot.prints.enrolment import FOOT
from bot.prints.paper import HEIGHT
from tests.fakes.papers import bare, boxes, texts
from tests.prints.pages import LINK, NOW, said, sheet, spans


def printed(*sheets: EnrolmentSheet) -> bytes:
    return enrolment_sheets(sheets, "Proef", "nl", NOW)


@pytest.mark.parametrize("pictures", [False, True])
@pytest.mark.parametrize("rtl", [False, True])
def test_it_says_everything_in_both_languages(pictures: bool, rtl: bool) -> None:
    given = sheet(pictures=pictures, rtl=rtl)
    [text] = texts(printed(given))
    told = [given.title, given.lasts, given.name, given.ask, given.question, *(step.words for step in given.steps)]
    for words in told:
        assert words is not None
        assert bare(words.own) in text
        assert bare(words.beside) in text
    assert LINK.removeprefix("https://") in text
    assert ("vertrouweneigen" in text) is not pictures


def test_twenty_at_once_are_twenty_pages_in_their_order() -> None:
    found = texts(printed(*(sheet(question=said(f"nummer{number}-")) for number in range(20))))
    assert [f"nummer{number}-eigen" in text for number, text in enumerate(found)] == [True] * 20


def test_where_both_languages_are_one_it_is_said_once() -> None:
    one = Both("Welkom", "Welkom")
    [text] = texts(printed(sheet(title=one, question=one, steps=(Step(Figure.SCAN, one),))))
    assert text.count("Welkom") == 3


def test_without_a_question_there_is_no_room_for_one() -> None:
    [text] = texts(printed(sheet(ask=None, question=None)))
    assert "vraag" not in text


def test_from_right_to_left_the_page_is_mirrored() -> None:
    left, right = ({box.word: box for box in boxes(printed(sheet(rtl=rtl)))} for rtl in (False, True))
    assert left["Werkmaat"].left < right["Werkmaat"].left
    assert left["naam"].left > right["naam"].right
    assert left["install"].left < right["install"].left


WILD = st.text(max_size=700) | st.text("سلام 12 (abc) \u2068\u2069", max_size=700) | st.text("W", max_size=700)
BOTH = st.builds(Both, WILD, WILD)


@settings(max_examples=25, deadline=None)
@given(BOTH, WILD, st.booleans(), st.booleans(), st.booleans())
def test_whatever_it_says_it_is_one_page(words: Both, link: str, rtl: bool, pictures: bool, asks: bool) -> None:
    steps = tuple(Step(figure, words) for figure in list(Figure)[: 5 if pictures else 4])
    question = words if asks else None
    wild = sheet(
        rtl=rtl,
        pictures=pictures,
        title=words,
        steps=steps,
        link=f"https://t.me/{link}",
        lasts=words,
        trust=words,
        name=words,
        ask=question,
        question=question,
    )
    with spans() as written:
        assert printed(wild).count(b"/Type /Page\n") == 1
    assert all(below < HEIGHT - 5 for _, below in written)
    # Nothing runs into the question.
    assert all(below <= FOOT for above, below in written if above < FOOT)
