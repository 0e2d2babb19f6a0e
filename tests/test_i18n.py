import html
import json
import logging
import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import BrokenLocales, Catalogues, Content, Part, Text, Verbatim, from_json, to_json

FSI, PDI, RLM = "\u2068", "\u2069", "\u200f"
HEAD = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Plural-Forms: {}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
TWO = "nplurals=2; plural=(n != 1);"
SLAVIC = (
    "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
    "n%10==0 || n%10>=5 || n%100>=11 && n%100<=14 ? 2 : 3);"
)

ENGLISH = """
msgid "hello"
msgstr "Hello <b>{name}</b> & <u>co</u>"

msgid "lessons"
msgid_plural "lessons"
msgstr[0] "{count} lesson"
msgstr[1] "{count} lessons"

msgid "menu.tip"
msgstr "💡 A tip"

msgid "only.english"
msgstr "English alone"

msgid "due"
msgstr "{day} at {at}; {both}; {amount}"
"""
RUSSIAN = """
msgid "hello"
msgstr "Привет <b>{name}</b>"

msgid "lessons"
msgid_plural "lessons"
msgstr[0] "{count} урок"
msgstr[1] "{count} урока"
msgstr[2] "{count} уроков"
msgstr[3] "{count} урока"

msgid "menu.tip"
msgstr "💡 Совет"

#, fuzzy
msgid "only.english"
msgstr "Мимо"
"""
DARI = """
msgid "hello"
msgstr "سلام <b>{name}</b>"

msgid "menu.tip"
msgstr " مشوره "
"""
DARI_CONTENT = """
# as one says it on the phone
msgctxt "tip.a.do"
msgid "Bel {phone}."
msgstr "به {phone} زنگ بزنید."

# reviewed: Laila 2026-12-01
msgctxt "item.a.meaning"
msgid "helm: voor je hoofd"
msgstr "helm: برای سر"

#, fuzzy
msgctxt "item.b.reason"
msgid "Zo groet je."
msgstr "؟"
"""
ENGLISH_CONTENT = """
msgctxt "item.b.reason"
msgid "Zo groet je."
msgstr "That is a greeting."
"""


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Catalogues:
    folder = tmp_path_factory.mktemp("locales")
    files = [
        ("en", TWO, ENGLISH, ENGLISH_CONTENT),
        ("ru", SLAVIC, RUSSIAN, ""),
        ("fa_AF", "nplurals=2; plural=(n > 1);", DARI, DARI_CONTENT),
    ]
    for name, plural, messages, content in files:
        place = folder / name / "LC_MESSAGES"
        place.mkdir(parents=True)
        (place / "messages.po").write_text(HEAD.format(name, plural) + messages, encoding="utf-8")
        (place / "content.po").write_text(HEAD.format(name, plural) + content, encoding="utf-8")
    return Catalogues.load(folder)


def test_languages_are_found_and_named_as_their_speakers_do(spoken: Catalogues) -> None:
    assert spoken.languages == ("en", "fa", "ru")
    assert [spoken.native_name(code) for code in spoken.languages] == ["English", "دری / فارسی", "Русский"]
    assert [spoken.direction(code) for code in spoken.languages] == ["ltr", "rtl", "ltr"]
    assert str(spoken.locale("fa")) == "fa_AF"


@pytest.mark.parametrize(
    ("code", "known"), [("ru", "ru"), ("RU-ru", "ru"), ("fa_AF", "fa"), ("xx", "en"), ("", "en"), (None, "en")]
)
def test_an_unknown_language_is_english(spoken: Catalogues, code: str | None, known: str) -> None:
    assert spoken.known(code) == known
    assert spoken.plain(Text("menu.tip"), code or "") == spoken.plain(Text("menu.tip"), known)


@pytest.mark.parametrize(
    ("part", "language", "said"),
    [
        (Text("hello", {"name": "A<b>&"}), "en", "Hello <b>A&lt;b&gt;&amp;</b> &amp; &lt;u&gt;co&lt;/u&gt;"),
        (Text("hello", {"name": "{name}"}), "en", "Hello <b>{name}</b> &amp; &lt;u&gt;co&lt;/u&gt;"),
        (Text("hello", {"name": "علي"}), "ru", f"Привет <b>{FSI}علي{PDI}</b>"),
        (Text("hello", {"name": "Els"}), "fa", f"سلام <b>{FSI}Els{PDI}</b>"),
        (Text("hello", {"name": "Els\u2069\u202e"}), "fa", f"سلام <b>{FSI}Els{PDI}</b>"),
        (Text("hello", {"name": 5}), "fa", "سلام <b>5</b>"),
        (Text("hello", {"name": Text("menu.tip")}), "fa", "سلام <b> مشوره </b>"),
        (Text("hello", {"name": Verbatim("helm", bold=True)}), "ru", "Привет <b><b>helm</b></b>"),
        (Text("lessons", {"count": 1}), "ru", "1 урок"),
        (Text("lessons", {"count": 3}), "ru", "3 урока"),
        (Text("lessons", {"count": 11}), "ru", "11 уроков"),
        (Text("lessons", {"count": 1234}), "en", "1,234 lessons"),
        (Text("only.english"), "ru", "English alone"),
        (Text("only.english"), "fa", f"{FSI}English alone{PDI}"),
        (Content("tip.a.do", "Bel {phone}.", {"phone": Verbatim("112")}), "fa", f"به {FSI}112{PDI} زنگ بزنید."),
        (Content("tip.a.do", "Bel {phone}.", {"phone": "<112>"}), "ru", "Bel &lt;112&gt;."),
        (Content("item.a.meaning", "helm: voor je hoofd"), "fa", f"{RLM}helm: برای سر"),
        (Content("item.b.reason", "Zo groet je."), "fa", f"{FSI}That is a greeting.{PDI}"),
        (Content("item.c.reason", "1 < 2 <b>"), "en", "1 &lt; 2 &lt;b&gt;"),
        (Verbatim("Zet je helm op!"), "fa", f"{FSI}Zet je helm op!{PDI}"),
        (Verbatim("Zet <je> helm op!", bold=True), "ru", "<b>Zet &lt;je&gt; helm op!</b>"),
        (Verbatim("علي"), "en", f"{FSI}علي{PDI}"),
    ],
)
def test_html(spoken: Catalogues, part: Part, language: str, said: str) -> None:
    assert spoken.html(part, language) == said


def test_plain_has_no_markup(spoken: Catalogues) -> None:
    assert spoken.plain(Text("hello", {"name": "<b>Els</b>"}), "ru") == "Привет <b>Els</b>"
    assert spoken.plain(Verbatim("a & b", bold=True), "en") == "a & b"


def test_numbers_and_moments_are_said_the_local_way(spoken: Catalogues) -> None:
    at = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
    due = Text("due", {"day": at.date(), "at": time(18, 5), "both": at, "amount": 1234.5})
    assert spoken.plain(due, "en") == ("November 21, 2026 at 6:05\u202fPM; November 21, 2026, 7:30\u202fAM; 1,234.5")
    content = Content("x", "{day} {at} {amount}", due.values)
    assert spoken.plain(content, "ru").split() == ["21", "ноября", "2026", "г.", "18:05", "1", "234,5"]


def test_what_is_missing_is_said_as_it_is_and_logged_once(spoken: Catalogues, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            assert spoken.html(Text("no.such<key>"), "ru") == "no.such&lt;key&gt;"
            assert spoken.html(Text("hello"), "ru") == "Привет <b>{name}</b>"
    assert [record.getMessage() for record in caplog.records] == [
        "No message has the key no.such<key>",
        "No value was given: hello {name}",
    ]


def test_labels_are_known_in_every_language(spoken: Catalogues) -> None:
    assert spoken.labels("menu.tip") == {"💡 a tip": "en", "مشوره": "fa", "💡 совет": "ru"}
    assert spoken.labels("only.english")["english alone"] == "en"


SOUND = HEAD.format("en", TWO)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "needs en/LC_MESSAGES/messages.po: it stands behind all languages"),
        ({"en": 'msgid "a"\nmsgstr[0] "b"\nmsgstr[1] "c"\nnonsense\n'}, "run `werkmaat locales check`"),
        ({"en": HEAD.format("en", "nplurals=2; plural=(n !! 1);")}, "run `werkmaat locales check`"),
        ({"en": HEAD.format("en", "nplurals=two; plural=(n != 1);")}, "run `werkmaat locales check`"),
        ({"en": SOUND, "prs": SOUND}, "prs is not the code of a language that CLDR knows"),
        ({"en": SOUND, "fa-AF": SOUND}, "fa-AF is not the code of a language that CLDR knows"),
        (
            {"en": SOUND, "fa": SOUND, "fa_AF": SOUND},
            "fa_AF is a second folder of the language fa, beside fa: keep one",
        ),
    ],
)
def test_translations_that_cannot_be_used_are_refused(files: dict[str, str], says: str, tmp_path: Path) -> None:
    for name, written in files.items():
        place = tmp_path / name / "LC_MESSAGES"
        place.mkdir(parents=True)
        (place / "messages.po").write_text(written, encoding="utf-8")
    with pytest.raises(BrokenLocales, match=re.escape(says)):
        Catalogues.load(tmp_path)


LEAVES = st.one_of(
    st.text(),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9),
    st.dates(date(1900, 1, 1)),
    st.times(),
    st.datetimes(timezones=st.just(UTC)),
    st.builds(Verbatim, st.text(), st.booleans()),
)
NAMES = st.sampled_from(["name", "count", "phone", "day"])


def parts_around(values: st.SearchStrategy[object]) -> st.SearchStrategy[Text | Content]:
    named = st.dictionaries(NAMES, values, max_size=3)
    keys = st.sampled_from(["hello", "lessons", "menu.tip"])
    sources = st.text(max_size=20).map(lambda words: f"{words} {{name}} {{phone}}")
    return st.one_of(st.builds(Text, keys, named), st.builds(Content, st.text(), sources, named))


PARTS = st.one_of(st.builds(Verbatim, st.text(), st.booleans()), st.recursive(parts_around(LEAVES), parts_around))
LANGUAGES = st.sampled_from(["en", "fa", "ru", "xx"])


@given(PARTS)
def test_parts_survive_json(part: Part) -> None:
    assert from_json(json.loads(json.dumps(to_json(part)))) == part


@given(PARTS, LANGUAGES)
def test_html_is_never_broken_by_what_it_holds(spoken: Catalogues, part: Part, language: str) -> None:
    said = spoken.html(part, language)
    tags = re.findall(r"<[^>]*>", said)
    assert set(tags) <= {"<b>", "</b>"}
    open_tags = 0
    for tag in tags:
        open_tags += 1 if tag == "<b>" else -1
        assert open_tags >= 0
    assert open_tags == 0
    assert re.fullmatch(r"([^&]|&(amp|lt|gt);)*", said, re.DOTALL)


@given(PARTS, LANGUAGES)
def test_isolates_are_balanced_and_markup_apart_plain_is_the_same(
    spoken: Catalogues, part: Part, language: str
) -> None:
    said, depth = spoken.html(part, language), 0
    for character in said:
        depth += {FSI: 1, PDI: -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    if not isinstance(part, Content) and "<" not in spoken.plain(part, language):
        assert html.unescape(re.sub("</?b>", "", said)) == spoken.plain(part, language)


def test_what_a_native_speaker_reviewed_is_known_by_its_words(spoken: Catalogues) -> None:
    helmet, phone = Content("item.a.meaning", "helm: voor je hoofd"), Content("tip.a.do", "Bel {phone}.")
    assert spoken.reviewed(helmet, "fa")
    assert not spoken.reviewed(Content("item.a.meaning", "helm: tegen stoten"), "fa"), "the words changed since"
    assert not spoken.reviewed(helmet, "en")
    assert not spoken.reviewed(phone, "fa"), "a note is no review"
