"""What a language says, line by line: staff's words before the files', and what a change of the source does to them."""

from bot.catalogue.translating.remarks import Review
from bot.catalogue.translating.studio import by_part, progress
from bot.store.tables import Doubt
from tests.catalogue.conftest import TODAY, change
from tests.catalogue.translating.conftest import AGAIN, HELLO, SITUATION, TITLE, Place
from tests.fakes.stores import add, add_learner

TIPS = "content/tips/payslip_wage.yml"


def test_the_files_say_what_nobody_wrote_in_the_studio(place: Place) -> None:
    line = place.lines()[TITLE]
    assert (line.source, line.forms) == (("Klopt je loonbrief?",), ("[ar] Klopt je loonbrief?",))
    assert (line.translated, line.stale, line.version) == (True, False, 0)
    assert (line.remarks.review and line.remarks.review.by, line.reviewed) == ("Ann", True)
    assert "Kunt u dat nakijken?" in line.phrase.about
    assert place.lines()[AGAIN].source == ("{count} lesson today", "{count} lessons today")


def test_a_language_has_no_lines_for_what_is_written_in_it(place: Place) -> None:
    assert {line.phrase.domain for line in place.translating.lines("nl")} == {"messages"}


def test_what_staff_wrote_stands_before_the_files_and_loses_their_review(place: Place) -> None:
    place.write(TITLE, "غير")
    assert (place.lines()[TITLE].forms, place.lines()[TITLE].reviewed) == (("غير",), False)
    place.write(TITLE, "غير", by="Laila")
    assert place.lines()[TITLE].remarks.review == Review("Laila", TODAY)
    place.write(TITLE, "غير")
    assert place.lines()[TITLE].reviewed
    place.write(TITLE, "أخرى")
    assert not place.lines()[TITLE].reviewed


def test_words_that_are_emptied_are_those_of_the_files_again(place: Place) -> None:
    place.write(TITLE, "غير")
    place.write(TITLE, "")
    assert (place.lines()[TITLE].forms, place.lines()[TITLE].version) == (("[ar] Klopt je loonbrief?",), 0)


def test_a_source_that_reads_otherwise_makes_a_translation_stale_and_shows_what_it_was(place: Place) -> None:
    place.write(TITLE, "غير", by="Laila")
    change(place.root, TIPS, "Klopt je loonbrief?", "Klopt je loon?")
    change(place.root, TIPS, "Er staan te weinig uren op.", "Er staan minder uren op.")
    place.publish()
    title, situation = place.lines()[TITLE], place.lines()[SITUATION]
    assert (title.source, title.was, title.forms) == (("Klopt je loon?",), "Klopt je loonbrief?", ("غير",))
    assert (title.translated, title.reviewed, title.version) == (False, False, 0)
    assert (situation.was, situation.forms) == ("Er staan te weinig uren op.", ("Er staan te weinig uren op.",))
    place.write(TITLE, "غير")
    again = place.lines()[TITLE]
    assert (again.stale, again.reviewed, again.version) == (False, False, 1)


def test_a_message_that_reads_otherwise_in_english_is_stale_and_goes_on(place: Place) -> None:
    place.write(HELLO, "<b>مرحبا</b> {name}")
    place.write(HELLO, "<b>Hi</b>, {name}!", language="en")
    for language in ("ar", "nl"):
        line = place.lines(language)[HELLO]
        assert (line.source, line.was) == (("<b>Hi</b>, {name}!",), "<b>Hello</b>, {name}!")
        assert line.forms
    place.write(HELLO, "<b>أهلا</b> {name}")
    assert not place.lines()[HELLO].stale
    assert place.lines("en")[HELLO].source == ("<b>Hello</b>, {name}!",)


def test_what_is_not_there_is_missing(place: Place) -> None:
    for name in ("content", "messages"):
        (place.root / f"locales/ar/LC_MESSAGES/{name}.po").write_text("", encoding="utf-8")
    assert all(line.missing for line in place.lines().values())
    assert progress(place.lines().values()).translated == 0


def test_progress_counts_lines_and_doubts_of_each_language_and_part(place: Place) -> None:
    add(
        place.store,
        Doubt(learner_id=add_learner(place.store).id, entry_id="tip.payslip_wage.hours", language="ar", at=place.now),
    )
    found = place.translating.progress()
    assert (found["ar"].doubted, found["en"].doubted, found["ar"].reviewed) == (5, 0, 1)
    assert found["ar"].translated == found["ar"].all
    assert place.translating.settle(place.lines()[TITLE], "ar") == 1
    place.write(TITLE, "غير")
    after = place.translating.progress()
    assert (after["ar"].doubted, after["ar"].reviewed, after["en"]) == (0, 0, found["en"])
    parts = by_part(place.lines().values())
    assert {"tip", "messages", "nl/construction/pre-A1", "region"} <= parts.keys()
    assert sum(one.all for one in parts.values()) == found["ar"].all


def test_plural_forms_have_examples(place: Place) -> None:
    examples = place.translating.files("ar").examples
    assert [each[0] for each in examples] == [0, 1, 2, 3, 11, 100]
    assert place.translating.files("nl").examples == ((1,), (0, 2, 3, 4))
