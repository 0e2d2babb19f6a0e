"""Translations on their pages: how far each language is, side by side, line by line, and as files."""

import re
from html import unescape

import httpx
import pytest

from bot.catalogue.translating.lines import Line
from bot.i18n.own import digest
from bot.store import audit, doubts, translations
from bot.store.tables import Doubt, Staff
from tests.console.desks import Console, Visitor, add_staff
from tests.console.pages.learners import read
from tests.fakes.stores import HOME, add, add_learner

AT = "/studio/translation/ar"
TIP = "tip.late_absence.say_when"
TITLE = f"content:{TIP}.title"
TURNS = "messages:progress.practised"


@pytest.fixture
def lien(console: Console) -> Staff:
    return add_staff(console.store, "lien", "coordinator")


@pytest.fixture
def visitor(console: Console, lien: Staff) -> Visitor:
    return console.visitor(lien)


def line(console: Console, key: str, language: str = "ar") -> Line:
    return next(one for one in console.translating.lines(language) if one.key == key)


def shown(console: Console, key: str = TITLE, **changes: str) -> dict[str, str]:
    """What the form of a line holds, with these changes."""
    one = line(console, key)
    form = {"key": key, "version": str(one.version), "mark": one.mark, "form": one.forms[0], "back": "", "note": ""}
    return {**form, "reviewer": "", **changes}


def noted(console: Console) -> list[str]:
    return [one.what for one in audit.page(console.store, HOME)]


async def text(visitor: Visitor, path: str) -> str:
    answer = await visitor.get(path)
    assert answer.status_code == 200, answer.text
    return read(answer)


async def test_every_language_is_listed_with_how_far_it_is(console: Console, visitor: Visitor) -> None:
    add(console.store, Doubt(learner_id=add_learner(console.store).id, entry_id=TIP, language="ar", at=console.now))
    page = await text(visitor, "/studio/translation")
    assert all(f'href="/studio/translation/{code}"' in page for code in console.translating.languages)
    progress = console.translating.progress()["ar"]
    assert f"{progress.translated:,} of {progress.all:,}" in page
    assert f'href="{AT}?state=doubted">{progress.doubted}</a>' in page


async def test_twenty_lines_stand_side_by_side_and_the_next_behind_them(console: Console, visitor: Visitor) -> None:
    page = await text(visitor, f"{AT}?part=tip")
    assert page.count("<article") == 20
    assert 'dir="rtl"' in page
    first = [one for one in console.translating.lines("ar") if one.phrase.part == "tip"]
    assert all(unescape(one.source[0]) in page for one in first[:20])
    assert first[20].phrase.context not in page
    assert f"before={first[0].key}".replace(":", "%3A") not in page
    then = await text(visitor, f"{AT}?part=tip&after={first[19].key}")
    assert first[20].phrase.context in then
    back = await text(visitor, f"{AT}?part=tip&before={first[20].key}")
    assert f'id="{first[0].key}"' in back
    assert f'id="{first[20].key}"' not in back


async def test_lines_are_found_by_their_state_and_words(console: Console, visitor: Visitor) -> None:
    add(console.store, Doubt(learner_id=add_learner(console.store).id, entry_id=TIP, language="ar", at=console.now))
    doubted = await text(visitor, f"{AT}?state=doubted")
    assert "1 learner finds that it sounds wrong" in doubted
    assert re.findall(r'id="content:(tip\.late_absence\.say_when)', doubted)
    assert "There is nothing of this kind" in await text(visitor, f"{AT}?state=missing")
    source = line(console, TITLE).source[0]
    found = await text(visitor, f"{AT}?words={source.upper()}")
    assert f'id="{TITLE}"' in found


async def test_plural_forms_are_asked_for_with_counts_as_examples(console: Console, visitor: Visitor) -> None:
    plural = next(one for one in console.translating.lines("ar") if len(one.source) > 1)
    page = await text(visitor, f"{AT}?words={plural.phrase.context}")
    article = page[page.index(f'id="{plural.key}"') :].partition("</article>")[0]
    assert article.count("<textarea") == 6
    assert "Translation for 3, 4, 5, 6, ..." in article


async def test_a_line_is_saved_and_comes_back_on_its_page(console: Console, visitor: Visitor, lien: Staff) -> None:
    form = shown(console, form=" كلمة\r\nأخرى ", back="Another  word", reviewer="Laila", part="tip", after="x")
    answer = await visitor.send_form(AT, **form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{AT}?part=tip&after=x&told=saved#{TITLE}")
    (row,) = translations.of(console.store, ["ar"])
    assert (row.forms, row.back, row.reviewed_by, row.changed_by) == (["كلمة\nأخرى"], "Another word", "Laila", lien.id)
    assert noted(console) == ["translation.saved"]
    page = await text(visitor, f"{AT}?words=كلمة")
    assert "Checked: Laila" in page


async def by_script(visitor: Visitor, path: str, **form: str) -> httpx.Response:
    visitor.headers["hx-request"] = "true"
    return await visitor.send_form(path, **form)


async def test_by_script_the_line_alone_comes_back(console: Console, visitor: Visitor) -> None:
    answer = await by_script(visitor, AT, **shown(console, form="كلمة"))
    assert answer.status_code == 200
    assert answer.text.lstrip().startswith("<article")
    assert "كلمة" in answer.text
    assert "Saved." in answer.text


@pytest.mark.parametrize("script", [False, True])
async def test_what_does_not_fit_is_told_beside_the_field_and_stays_typed(
    console: Console, visitor: Visitor, script: bool
) -> None:
    form = shown(console, form="كلمة {who}", back="A word", note="x", reviewer="Laila")
    answer = await (by_script(visitor, AT, **form) if script else visitor.send_form(AT, **form))
    assert answer.status_code == 422
    for kept in ("كلمة {who}</textarea>", 'value="A word"', 'value="Laila"', 'aria-invalid="true"'):
        assert kept in answer.text
    assert "{who} does not stand in the text: take it out" in read(answer)
    assert translations.of(console.store, ["ar"]) == []
    assert noted(console) == []


@pytest.mark.parametrize("change", [{"version": "3"}, {"mark": digest(["Iets anders"])}, {"version": "x" * 9}])
async def test_what_was_changed_meanwhile_is_shown_beside_what_was_typed(
    console: Console, visitor: Visitor, change: dict[str, str]
) -> None:
    await visitor.send_form(AT, **shown(console, form="الأولى"))
    answer = await visitor.send_form(AT, **shown(console, form="الثانية", **change))
    assert answer.status_code == 422
    assert "changed meanwhile" in answer.text
    assert "الأولى" in answer.text
    assert "الثانية</textarea>" in answer.text
    assert line(console, TITLE).forms == ("الأولى",)
    again = dict(re.findall(r'name="(version|mark)" value="([^"]*)"', answer.text))
    assert (await visitor.send_form(AT, **shown(console, form="الثانية", **again))).status_code == 303


async def test_doubts_are_settled(console: Console, visitor: Visitor) -> None:
    add(console.store, Doubt(learner_id=add_learner(console.store).id, entry_id=TIP, language="ar", at=console.now))
    assert (await visitor.send_form(f"{AT}/settle", key=TITLE)).status_code == 303
    assert doubts.doubted(console.store) == []
    assert noted(console) == ["doubt.settled"]


@pytest.mark.parametrize(
    ("path", "form"),
    [("/studio/translation/xx", {}), (AT, {"key": "content:nowhere"}), (f"{AT}/settle", {"key": ""})],
)
async def test_what_is_not_there_cannot_be_changed(visitor: Visitor, path: str, form: dict[str, str]) -> None:
    assert (await visitor.send_form(path, **form)).status_code == 404


async def test_a_language_goes_out_as_a_file_and_comes_back_in_two_steps(console: Console, visitor: Visitor) -> None:
    taken = await visitor.get(f"{AT}/content.po")
    assert 'filename="werkmaat-content-ar.po"' in taken.headers["content-disposition"]
    old = line(console, TITLE).forms[0]
    file = taken.text.replace(f'msgstr "{old}"', 'msgstr "كلمة"', 1)
    first = await visitor.send_form(f"{AT}/files", {"po": ("ar.po", file.encode())})
    assert "1 text reads otherwise" in read(first)
    assert translations.of(console.store, ["ar"]) == []
    hidden = {name: unescape(value) for name, value in re.findall(r'name="(mark|kept)" value="([^"]*)"', first.text)}
    answer = await visitor.send_form(f"{AT}/take-in", **hidden)
    assert (answer.status_code, line(console, TITLE).forms) == (303, ("كلمة",))
    assert noted(console) == ["translation.imported", "translation.taken"]
    again = await visitor.send_form(f"{AT}/take-in", **hidden)
    assert (again.status_code, "changed meanwhile" in again.text) == (422, True)


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (b'msgid "a\n', "look at line 1"),
        (b'msgid ""\nmsgstr "Language: tr\\n"\n', "another language (tr)"),
        (b"", "Choose a PO file first"),
    ],
)
async def test_a_file_that_is_none_is_told(visitor: Visitor, file: bytes, says: str) -> None:
    answer = await visitor.send_form(f"{AT}/files", {"po": ("ar.po", file)})
    assert (answer.status_code, says in answer.text) == (422, True)


async def test_a_file_with_a_problem_cannot_be_taken_in(console: Console, visitor: Visitor) -> None:
    source = line(console, TITLE).source[0]
    file = f'msgctxt "{TIP}.title"\nmsgid "{source}"\nmsgstr "{{who}}"\n\nmsgctxt "x"\nmsgid "y"\nmsgstr "z"\n'
    page = read(await visitor.send_form(f"{AT}/files", {"po": ("ar.po", file.encode())}))
    assert f"Line 2: <code>{TIP}.title</code>: {{who}} does not stand in the text" in page
    assert "1 entry fits no text of now" in page
    assert "take-in" not in page


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("path", ["", "/ar", "/ar/files", "/nl?state=unreviewed"])
async def test_the_pages_have_their_words(console: Console, language: str, path: str) -> None:
    member = add_staff(console.store, "ines", "coordinator", language=language)
    main = await text(console.visitor(member), f"/studio/translation{path}")
    assert not re.findall(r"console\.[a-z_.]+", main.partition("<main")[2])
