"""The page to talk about with a learner."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.prints import Both, Days, LearnerPage, Section, Week, learner_page
from bot.prints.learner import FOOT
from bot.prints.paper import HEIGHT
from tests.fakes.papers import boxes, texts
from tests.prints.pages import NOW, page, said, section, spans
from tests.prints.test_enrolment import BOTH, WILD

MIDDLE = 297
"""Of the page, in points."""


def printed(given: LearnerPage) -> bytes:
    return learner_page(given, "Proef", "nl", NOW)


def test_what_goes_well_comes_first() -> None:
    places = {box.word: box.top for box in boxes(printed(page()))}
    order = ["Amina", "tijd", "sterk", "sterk0", "zegt", "zegt0", "dagen", "leert", "deed", "stap", "samen", "wat"]
    assert sorted(order, key=places.__getitem__) == order


@pytest.mark.parametrize("rtl", [False, True])
def test_both_languages_stand_side_by_side(rtl: bool) -> None:
    found = boxes(printed(page(rtl=rtl, days=Days(said("dagen"), (), said("geen")))))
    left = {round(box.top) for box in found if box.word == "ernaast" and box.right < MIDDLE}
    right = {round(box.top) for box in found if box.word == "eigen" and box.left > MIDDLE}
    assert len(left) == 15
    assert left == right


def test_where_both_languages_are_one_it_is_said_once() -> None:
    one = Both("Eenmaal", "Eenmaal")
    same = Section(one, (one, one), one)
    [text] = texts(printed(page(strengths=same)))
    assert text.count("Eenmaal") == 3


def test_where_there_is_nothing_it_says_so() -> None:
    nothing = Days(said("dagen"), (), said("geen-dagen"))
    [text] = texts(printed(page(strengths=section("sterk", 0), days=nothing)))
    assert "geen-sterkernaast" in text
    assert "geen-sterkeigen" in text
    assert "geen-dagenernaast" in text
    assert "geen-zegt" not in text


@pytest.mark.parametrize("count", [9, 40])
def test_what_does_not_fit_is_counted(count: int) -> None:
    long = section("zegt", count)
    [text] = texts(printed(page(can_say=long, units=section("leert", 30), strengths=section("sterk", 30))))
    shown = sum(f"zegt{number}ernaast" in text for number in range(count))
    assert 1 < shown < count
    assert f"nog{count - shown}ernaast" in text
    # What they bring gives way last.
    assert sum(f"sterk{number}ernaast" in text for number in range(30)) >= shown


def test_the_last_weeks_are_drawn() -> None:
    weeks = tuple(Week(said(f"w{number}-"), 3) for number in range(12))
    [text] = texts(printed(page(days=Days(said("dagen"), weeks, said("geen")))))
    assert [f"w{number}-ernaast" in text for number in range(12)] == [False] * 4 + [True] * 8


SECTIONS = st.builds(Section, BOTH, st.lists(BOTH, max_size=30).map(tuple), BOTH)
WEEKS = st.lists(st.builds(Week, BOTH, st.integers(0, 100)), max_size=30).map(tuple)


@settings(max_examples=25, deadline=None)
@given(st.lists(SECTIONS, min_size=5, max_size=5), WEEKS, BOTH, WILD, st.booleans())
def test_whatever_it_says_it_is_one_page(
    sections: list[Section], weeks: tuple[Week, ...], words: Both, name: str, rtl: bool
) -> None:
    names = ("strengths", "can_say", "units", "missions", "next_step")
    wild = page(
        **dict(zip(names, sections, strict=True)),
        rtl=rtl,
        name=name,
        period=words,
        days=Days(words, weeks, words),
        ask=words,
        question=words,
        more=lambda _: words,
    )
    with spans() as written:
        assert printed(wild).count(b"/Type /Page\n") == 1
    assert all(below < HEIGHT - 5 for _, below in written)
    # Nothing runs into the question.
    assert all(below <= FOOT for above, below in written if above < FOOT)
