"""Ready sentences: there in every language, with all their blanks, and filled with nothing that makes no sense."""

import re
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Catalogues, Text, from_json, to_json
from bot.journeys import ready
from bot.journeys.ready import SENTENCES, Blank, NotFilled

TODAY = date(2026, 11, 23)
GIVEN = {"day": "2026-11-30", "time": "10:15", "name": "Lien", "place": "Stebo, Genk", "paper": "loonbrief"}
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("name", SENTENCES)
def test_it_is_there_in_every_language_with_its_blanks(name: str, catalogues: Catalogues) -> None:
    said = {code: catalogues.plain(Text(f"talk.template.{name}"), code) for code in catalogues.languages}
    assert len(set(said.values())) == len(catalogues.languages)
    for code, words in said.items():
        assert {*PLACEHOLDER.findall(words)} == {*SENTENCES[name]}, code


@pytest.mark.parametrize("name", SENTENCES)
def test_it_is_kept_and_sent_as_it_was_filled(name: str, catalogues: Catalogues) -> None:
    filled = ready.sentence(name, GIVEN, TODAY)
    assert from_json(to_json(filled)) == filled
    words = catalogues.plain(filled, "nl")
    shown = {"day": "30 november 2026", "time": "10:15"}
    assert all(shown.get(blank, GIVEN[blank]) in words for blank in SENTENCES[name])
    assert catalogues.plain(ready.open_sentence(name), "nl").count("…") == len(SENTENCES[name])


@pytest.mark.parametrize(
    ("name", "blank", "words"),
    [
        ("call_at", "day", ""),
        ("call_at", "day", "30/11/2026"),
        ("call_at", "day", "2026-11-22"),
        ("call_at", "time", "tien uur"),
        ("call_at", "time", "25:00"),
        ("away", "name", "  "),
        ("bring_paper", "paper", "x" * 101),
    ],
)
def test_what_makes_no_sense_is_refused(name: str, blank: str, words: str) -> None:
    with pytest.raises(NotFilled) as caught:
        ready.sentence(name, {**GIVEN, blank: words}, TODAY)
    assert caught.value.blank == Blank(blank)


@given(st.sampled_from(sorted(SENTENCES)), st.fixed_dictionaries({blank: st.text(max_size=20) for blank in GIVEN}))
def test_whatever_is_given_it_is_a_sentence_or_refused(name: str, words: dict[str, str]) -> None:
    try:
        filled = ready.sentence(name, words, TODAY)
    except NotFilled as error:
        assert error.blank in SENTENCES[name]  # noqa: PT017 - either is right
    else:
        assert {*filled.values} == {*SENTENCES[name]}


def test_an_hour_is_that_of_the_region_whatever_was_written_behind_it() -> None:
    assert ready.sentence("call_at", {**GIVEN, "time": "10:15+05:00"}, TODAY).values["time"] == time(10, 15)
