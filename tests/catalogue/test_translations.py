from pathlib import Path

import pytest

from bot.catalogue.folder import read_folder
from bot.catalogue.problems import BrokenContent
from bot.catalogue.translations import sources, update
from bot.i18n import Catalogues, Content
from tests.catalogue.conftest import change

PACK = "content/packs/nl/construction/pre-A1.yml"
TIPS = "content/tips/payslip_wage.yml"
ARABIC = "locales/ar/LC_MESSAGES/content.po"


def test_every_explained_word_is_extracted_with_what_it_is(course: Path) -> None:
    words = {source.words.context: source.words for source in sources(read_folder(course / "content").entries)}
    assert len(words) == 34
    reason = words["construction.gear.gloves.a.reason"]
    assert reason.source == "Een helm zet je op."
    assert reason.about == (
        "why a is not right; words to learn: "
        "Doe je handschoenen aan! | helm | handschoenen | bril | Waar zijn mijn handschoenen?"
    )
    assert words["helpline.police.note"].about == "a remark under a helpline: 101; words to learn: Kom snel."
    assert words["tip.payslip_wage.hours.turn_to"].source == "Bel {help_phone}."
    assert "tip.payslip_wage.hours.say" not in words


def test_an_update_without_changes_changes_no_file(course: Path) -> None:
    before = {path: path.read_text() for path in course.rglob("*.po")}
    assert {(one.added, one.dropped, one.untranslated) for one in update(course / "content", course / "locales")} == {
        (0, 0, 0)
    }
    assert {path: path.read_text() for path in course.rglob("*.po")} == before


def test_translations_and_reviews_stay_where_the_words_stay(course: Path) -> None:
    change(course, TIPS, "situation: Er staan te weinig uren op.", "situation: Er staan minder uren op.")
    before = (course / ARABIC).read_text().splitlines()
    (arabic, *_) = update(course / "content", course / "locales")
    after = (course / ARABIC).read_text().splitlines()
    assert (arabic.file, arabic.added, arabic.dropped, arabic.untranslated) == (ARABIC, 1, 1, 1)
    assert [line for line in before if line not in after] == [
        'msgid "Er staan te weinig uren op."',
        'msgstr "Er staan te weinig uren op."',
    ]
    assert [line for line in after if line not in before] == ['msgid "Er staan minder uren op."']
    assert "# reviewed: Ann 2026-11-30" in after


def test_what_the_content_no_longer_says_is_dropped(course: Path) -> None:
    (course / PACK).unlink()
    assert {one.dropped for one in update(course / "content", course / "locales")} == {5}
    assert "construction.gear.gloves" not in (course / ARABIC).read_text()


def test_the_language_that_words_are_written_in_is_its_own_translation(course: Path) -> None:
    change(course, TIPS, "title: Vrije dagen", "title: Een vrije dag")
    update(course / "content", course / "locales")
    catalogues = Catalogues.load(course / "locales")
    title = Content("tip.payslip_wage.days.title", "Een vrije dag")
    assert [catalogues.plain(title, language) for language in ("nl", "en")] == ["Een vrije dag", "Een vrije dag"]
    kept = Content("tip.payslip_wage.days.do", "Je hebt {free_days} dagen.", {"free_days": 2})
    assert catalogues.plain(kept, "nl") == "Je hebt 2 dagen."


def test_a_new_language_starts_from_its_messages(course: Path) -> None:
    (course / "locales/nl/LC_MESSAGES/content.po").unlink()
    update(course / "content", course / "locales")
    (course / ARABIC).unlink()
    (arabic, *_) = update(course / "content", course / "locales")
    assert (arabic.added, arabic.untranslated) == (34, 34)
    assert '"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1' in (course / ARABIC).read_text()


def test_no_file_is_touched_when_content_or_a_file_is_broken(course: Path) -> None:
    (course / ARABIC).write_text('msgid "a\nmsgstr ""\n')
    english = course / "locales/en/LC_MESSAGES/content.po"
    english.write_text("")
    with pytest.raises(BrokenContent) as broken:
        update(course / "content", course / "locales")
    assert [(one.file, one.line) for one in broken.value.problems] == [(ARABIC, 1)]
    assert english.read_text() == ""
