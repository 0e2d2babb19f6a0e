"""Pages for a learner to begin with, and to talk about: in every own language, with nothing cut off."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Catalogues, Part, Text, Verbatim
from bot.journeys import sheets
from bot.journeys.learner_sheet import QUESTIONS, Talk, page_of
from bot.prints import EnrolmentSheet, LearnerPage, Section, enrolment_sheets, learner_page
from bot.store.tables import Invitation, Learner
from tests.fakes.papers import bare, texts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Brussels")
LANGUAGES = ("ar", "en", "es", "fa", "fr", "nl", "ps", "ru", "so", "ti", "tr", "uk")
PARTS: list[Part] = [Text("topic.contract"), Verbatim("Kunt u dat herhalen?")]


def invitation(language: str, **changes: Any) -> Invitation:
    # The last minute of a day in Flanders, though it is another one in UTC.
    values = {"expires_at": datetime(2026, 12, 23, 22, 59, tzinfo=UTC), **changes}
    return Invitation(code="a1B2c3D4e5F6g7H8i9J0kkLM", language=language, **values)


def newcomer(catalogues: Catalogues, language: str, turn: int = 0, **changes: Any) -> EnrolmentSheet:
    made = invitation(language, **changes)
    return sheets.for_newcomer(catalogues, "nl", made, "werkmaat_bot", ZONE, turn)


def talk(language: str, **changes: Any) -> Talk:
    weeks = [(date(2026, 10, 5) + timedelta(weeks=week), week % 8) for week in range(8)]
    lists = dict.fromkeys(("strengths", "can_say", "units", "missions", "next_step"), PARTS)
    given = {"start": date(2026, 10, 5), "end": date(2026, 11, 23), "weeks": weeks, **lists, **changes}
    return Talk(Learner(language=language, name="Amina"), **given)


def printed(page: LearnerPage) -> str:
    [text] = texts(learner_page(page, "Proef", "nl", NOW))
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_room_for_its_words(catalogues: Catalogues, language: str) -> None:
    learner, made = Learner(language=language, listens=False), invitation(language)
    each = [newcomer(catalogues, language, turn) for turn in range(sheets.QUESTIONS)]
    each.append(newcomer(catalogues, language, script="none"))
    each.append(sheets.for_new_phone(catalogues, "nl", learner, made, "werkmaat_bot", ZONE))
    found = texts(enrolment_sheets(each, "Proef", "nl", NOW))
    assert len(found) == len(each)
    # What is cut off ends so.
    assert not [text for text in found if "…" in text]
    for sheet, text in zip(each, found, strict=True):
        assert bare(sheet.title.beside) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_about_a_learner_has_room_for_its_words(catalogues: Catalogues, language: str) -> None:
    for turn in range(QUESTIONS):
        assert "…" not in printed(page_of(catalogues, "nl", talk(language), turn))


def test_all_own_languages_are_tried(catalogues: Catalogues) -> None:
    assert sorted(catalogues.languages) == sorted(LANGUAGES)


def test_it_says_until_which_day_the_link_works(catalogues: Catalogues) -> None:
    assert newcomer(catalogues, "fr").lasts.own.endswith("jusqu'au 23 décembre 2026.")


def test_it_reads_from_the_side_of_the_language(catalogues: Catalogues) -> None:
    assert [newcomer(catalogues, language).rtl for language in ("ar", "fa", "ps", "ti", "nl")] == [True] * 3 + [
        False
    ] * 2


def test_each_turn_has_another_question_and_then_the_first_again(catalogues: Catalogues) -> None:
    asked = [newcomer(catalogues, "so", turn).question for turn in range(sheets.QUESTIONS + 1)]
    assert len(set(asked)) == sheets.QUESTIONS
    assert asked[-1] == asked[0]


def test_who_reads_nothing_gets_pictures_and_few_words(catalogues: Catalogues) -> None:
    sheet = newcomer(catalogues, "ti", script="none")
    assert sheet.pictures
    assert max(len(step.words.own.split()) for step in sheet.steps) <= 2


@pytest.mark.parametrize("listens", [False, True])
def test_who_comes_back_is_asked_nothing(catalogues: Catalogues, listens: bool) -> None:
    learner, made = Learner(language="uk", listens=listens), invitation("ar")
    sheet = sheets.for_new_phone(catalogues, "nl", learner, made, "werkmaat_bot", ZONE)
    assert (sheet.language, sheet.question, sheet.pictures) == ("uk", None, listens)
    assert "23:59" in sheet.lasts.beside


def test_of_what_is_not_shared_it_says_that(catalogues: Catalogues) -> None:
    page = page_of(catalogues, "nl", talk("fr", can_say=None, weeks=None, missions=[]), 0)
    empty, withheld = (
        catalogues.plain(Text("sheet.page.none"), "fr"),
        catalogues.plain(Text("sheet.page.not_shared"), "fr"),
    )
    sections: list[Section] = [page.strengths, page.can_say, page.missions]
    assert [section.otherwise.own for section in sections] == [empty, withheld, empty]
    assert [len(section.entries) for section in sections] == [2, 0, 0]
    assert (page.days.weeks, page.days.otherwise.own) == ((), withheld)
    assert bare(withheld) in printed(page)
