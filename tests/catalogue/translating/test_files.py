"""A language goes to a translator as a PO file and comes back; what is wrong with it is told, and nothing half done."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.catalogue.problems import Problem
from bot.catalogue.translating.exporting import export
from bot.catalogue.translating.importing import DryRun, NotThisLanguage, as_file, dry_run
from bot.catalogue.translating.remarks import Remarks, Review, as_comments, on_one_line, read
from bot.catalogue.translating.taking_out import take_out
from bot.i18n import Catalogues, Content
from tests.catalogue.conftest import TODAY, change
from tests.catalogue.translating.conftest import AGAIN, TITLE, Place

TIPS = "content/tips/payslip_wage.yml"
PLURAL = b'msgid "a"\nmsgid_plural "a"\nmsgstr[0] "b"\n'


def exported(place: Place) -> str:
    return export(place.lines().values(), place.translating.files("ar")).decode()


def tried(place: Place, file: str | bytes) -> DryRun:
    written = file if isinstance(file, bytes) else file.encode()
    found = dry_run(written, place.lines().values(), place.translating.files("ar"))
    assert isinstance(found, DryRun), found
    return found


def changed(run: DryRun) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.line.key, one.typed.forms) for one in run.changed]


def test_a_file_that_comes_back_as_it_went_changes_nothing(place: Place) -> None:
    place.write(TITLE, "غير\nعلى سطرين", by="Laila")
    run = tried(place, exported(place))
    assert (run.changed, run.wrong, run.strangers, run.unfinished) == ([], [], [], 0)
    assert run.same == len(place.lines())


def test_a_translator_reads_english_and_what_to_know_beside_the_source(place: Place) -> None:
    file = exported(place)
    assert "#. title of a tip, at most 40 characters; words to learn: Kunt u dat nakijken?\n" in file
    assert "#. English: {count} lessons today\n" in file
    assert '"Language: ar\\n"' in file
    assert "nplurals=6" in file


def test_what_a_translator_changed_is_shown_first_and_then_kept(place: Place) -> None:
    file = exported(place).replace('msgstr "[ar] Klopt je loonbrief?"', 'msgstr "صحيح؟"')
    file = re.sub("# reviewed: Ann.*", "# reviewed: Laila 2026-12-02\n# back translation: Is it right?", file)
    run = tried(place, file)
    assert changed(run) == [(TITLE, ("صحيح؟",))]
    again = tried(place, as_file(run, place.translating.files("ar")).replace(b"\n", b"\r\n"))
    assert again.mark == run.mark
    place.translating.save([(one.line, one.typed) for one in again.changed], "ar", "lien", place.now, TODAY)
    line = place.lines()[TITLE]
    assert (line.forms, str(line.remarks.review), line.remarks.back) == (("صحيح؟",), "Laila 2026-12-02", "Is it right?")
    assert tried(place, file).changed == []


def test_a_review_does_not_stay_with_other_words(place: Place) -> None:
    file = exported(place).replace('msgstr "[ar] Klopt je loonbrief?"', 'msgstr "صحيح؟"')
    (one,) = tried(place, file).changed
    assert one.typed.review is None


def test_what_is_unfinished_is_never_taken_for_translated(place: Place) -> None:
    change(place.root, TIPS, "Klopt je loonbrief?", "Klopt je loon?")
    place.publish()
    file = exported(place)
    assert '#, fuzzy\n#| msgctxt "' not in file
    entry = next(one for one in file.split("\n\n") if 'msgid "Klopt je loon?"' in one)
    assert ("#, fuzzy" in entry, '#| msgid "Klopt je loonbrief?"' in entry) == (True, True)
    run = tried(place, file)
    assert (run.changed, run.unfinished) == ([], 1)
    assert changed(tried(place, file.replace("#, fuzzy\n", ""))) == [(TITLE, ("[ar] Klopt je loonbrief?",))]


def test_problems_are_told_with_entry_and_line_and_what_fits_nothing_is_too(place: Place) -> None:
    file = exported(place).replace('msgstr "[ar] Bel {help_phone}."', 'msgstr "Bel {phone}."')
    file += '\nmsgctxt "tip.gone.title"\nmsgid "Weg"\nmsgstr "بعيد"\n'
    run = tried(place, file)
    lines = file.splitlines()
    assert [(one.context, one.finding.kind) for one in run.wrong] == [
        ("tip.payslip_wage.hours.turn_to", "lacks"),
        ("tip.payslip_wage.hours.turn_to", "beyond"),
    ]
    assert lines[run.wrong[0].line - 1] == 'msgid "Bel {help_phone}."'
    ((number, context),) = run.strangers
    assert (context, lines[number - 1]) == ("tip.gone.title", 'msgid "Weg"')


def test_plural_forms_of_another_number_are_refused(place: Place) -> None:
    file = 'msgid ""\nmsgstr "Language: ar\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    file += 'msgid "greeting.again"\nmsgid_plural "greeting.again"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    assert [(one.context, one.finding.kind) for one in tried(place, file).wrong] == [("greeting.again", "forms")]
    assert AGAIN in place.lines()


def test_the_file_of_another_language_is_refused(place: Place) -> None:
    with pytest.raises(NotThisLanguage, match="tr"):
        tried(place, exported(place).replace("Language: ar", "Language: tr"))


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (b'msgid "a\nmsgstr ""\n', 1),
        ("msgid \"é\"\nmsgstr \"è\"\n".encode("cp1252"), 1),
        (b"PK\x03\x04", 1),
        (b'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgid "d"\n', None),
        (b'msgid ""\nmsgstr "Plural-Forms: nplurals=x; plural=y;\\n"\n', 1),
        (b'msgid ""\nmsgstr "Plural-Forms: npl\\urals=9"\n"9999999999; plural=n;\\n"\n\n' + PLURAL, 1),
    ],
)  # fmt: skip
def test_what_is_no_po_file_is_told_with_its_line(place: Place, file: bytes, line: int | None) -> None:
    found = dry_run(file, place.lines().values(), place.translating.files("ar"))
    assert isinstance(found, Problem)
    assert line is None or found.line == line


PIECES = st.sampled_from(
    [
        'msgid ""\n',
        'msgstr ""\n',
        '"Language: ar\\n"\n',
        '"Language: \\n"\n',
        '"Plural-Forms: nplurals=6; plural=0;\\n"\n',
        '"Plural-Forms: nplurals=99999999999; plural=n/0;\\n"\n',
        '"Content-Type: text/plain; charset=utf-7\\n"\n',
        '"PO-Revision-Date: yesterday\\n"\n',
        "#, fuzzy\n",
        '#~ msgid "a"\n',
        '#| msgid "b"\n',
        'msgctxt "tip.a"\n',
        'msgid "greeting.again"\n',
        'msgid_plural "x"\n',
        'msgstr[0] "a"\n',
        'msgstr[7] "b"\n',
        'msgstr "{"\n',
        "\n",
        "\ufeff",
        'msgstr "\\u0000\\x"\n',
        '"more"\n',
        "# reviewed:\n",
        "#: \u2068file a.py\u2069:1\n",
        "#: \u2068\n",
        "#. \u2028\n",
        "\r",
        "\x00",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.one_of(st.lists(PIECES).map(lambda some: "".join(some).encode()), st.binary(max_size=200)))
def test_a_wild_file_is_read_or_refused(place: Place, file: bytes) -> None:
    try:
        found = dry_run(file, place.lines().values(), place.translating.files("ar"))
    except NotThisLanguage:
        return
    assert isinstance(found, Problem) or not (found.changed and found.wrong and not found.mark)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(on_one_line)
REVIEWS = st.one_of(st.none(), st.builds(Review, WORDS.filter(lambda by: by and not re.search(r"\d$", by)), st.dates()))


@given(remarks=st.builds(Remarks, REVIEWS, WORDS, WORDS))
def test_remarks_come_back_from_comments(remarks: Remarks) -> None:
    assert read(as_comments(remarks)) == remarks


def test_the_files_say_what_the_studio_says_once_that_is_taken_out(place: Place) -> None:
    assert take_out(place.translating, write=True) == []
    place.write(TITLE, "غير", by="Laila")
    place.write(AGAIN, "a", "b", "c", "d", "e", "f")
    before = (place.root / "locales/ar/LC_MESSAGES/content.po").read_text()
    told = take_out(place.translating, write=False)
    assert [(one.file, [*one.otherwise], [*one.lacking]) for one in told] == [
        ("locales/ar/LC_MESSAGES/content.po", ["tip.payslip_wage.hours.title"], []),
        ("locales/ar/LC_MESSAGES/messages.po", ["greeting.again"], []),
    ]
    assert (place.root / "locales/ar/LC_MESSAGES/content.po").read_text() == before
    assert take_out(place.translating, write=True) == told
    spoken = Catalogues.load(place.root / "locales")
    title = Content("tip.payslip_wage.hours.title", "Klopt je loonbrief?")
    assert (spoken.plain(title, "ar"), spoken.reviewed(title, "ar")) == ("غير", True)
    assert f"# reviewed: Laila {TODAY}\n" in (place.root / "locales/ar/LC_MESSAGES/content.po").read_text()
    assert take_out(place.translating, write=False) == []


def test_what_the_files_do_not_have_yet_is_told(place: Place) -> None:
    change(place.root, TIPS, "Klopt je loonbrief?", "Klopt je loon?")
    place.publish()
    place.write(TITLE, "غير")
    (one,) = take_out(place.translating, write=True)
    assert ([*one.otherwise], [*one.lacking]) == ([], ["tip.payslip_wage.hours.title"])
