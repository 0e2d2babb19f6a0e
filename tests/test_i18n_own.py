"""Words that staff wrote stand before those of the files, in every language and behind every other one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.i18n import Catalogues, Content, Text
from bot.i18n.own import Own, OwnMessage, digest
from tests.test_i18n import DARI, DARI_CONTENT, ENGLISH, ENGLISH_CONTENT, HEAD, RUSSIAN, SLAVIC, TWO

LESSONS = digest(("{count} lesson", "{count} lessons"))


class Written:
    """What staff wrote, to be changed in a test."""

    def __init__(self) -> None:
        self.own: Mapping[str, Own] = {}

    def __call__(self) -> Mapping[str, Own]:
        return self.own


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def spoken(written: Written, tmp_path: Path) -> Catalogues:
    files = [
        ("en", TWO, ENGLISH, ENGLISH_CONTENT),
        ("ru", SLAVIC, RUSSIAN, ""),
        ("fa_AF", "nplurals=2; plural=(n > 1);", DARI, DARI_CONTENT),
    ]
    for name, plural, messages, content in files:
        place = tmp_path / name / "LC_MESSAGES"
        place.mkdir(parents=True)
        (place / "messages.po").write_text(HEAD.format(name, plural) + messages, encoding="utf-8")
        (place / "content.po").write_text(HEAD.format(name, plural) + content, encoding="utf-8")
    return Catalogues.load(tmp_path, written)


def test_a_message_of_staff_is_said_at_once_in_all_its_forms(spoken: Catalogues, written: Written) -> None:
    assert spoken.plain(Text("lessons", {"count": 3}), "ru") == "3 урока"
    written.own = {
        "ru": Own({"lessons": OwnMessage(("{count} занятие", "{count} занятия", "{count} занятий", "?"), LESSONS)})
    }
    assert [spoken.plain(Text("lessons", {"count": count}), "ru") for count in (1, 3, 11)] == [
        "1 занятие",
        "3 занятия",
        "11 занятий",
    ]
    assert spoken.plain(Text("menu.tip"), "ru") == "💡 Совет"
    written.own = {}
    assert spoken.plain(Text("lessons", {"count": 3}), "ru") == "3 урока"


def test_a_message_whose_english_reads_otherwise_in_the_files_gives_way_to_them(
    spoken: Catalogues, written: Written
) -> None:
    written.own = {"ru": Own({"menu.tip": OwnMessage(("💡 Подсказка",), digest(("💡 Another tip",)))})}
    assert spoken.plain(Text("menu.tip"), "ru") == "💡 Совет"
    written.own = {"ru": Own({"menu.tip": OwnMessage(("💡 Подсказка",), digest(("💡 A tip",)))})}
    assert spoken.plain(Text("menu.tip"), "ru") == "💡 Подсказка"


def test_what_staff_wrote_in_english_stands_behind_all_languages(spoken: Catalogues, written: Written) -> None:
    content = {("item.b.reason", "Zo groet je."): "So one greets."}
    written.own = {"en": Own({"only.english": OwnMessage(("English for all",), digest(("English alone",)))}, content)}
    assert spoken.plain(Text("only.english"), "ru") == "English for all"
    assert "So one greets." in spoken.plain(Content("item.b.reason", "Zo groet je."), "fa")


def test_words_of_the_course_are_those_of_their_source_and_so_is_their_review(
    spoken: Catalogues, written: Written
) -> None:
    helmet = Content("item.a.meaning", "helm: voor je hoofd")
    assert spoken.reviewed(helmet, "fa")
    written.own = {"fa": Own(content={(helmet.context, helmet.source): "کلاه"})}
    assert ("کلاه" in spoken.plain(helmet, "fa"), spoken.reviewed(helmet, "fa")) == (True, False)
    changed = Content(helmet.context, "helm: voor op je hoofd")
    assert "کلاه" not in spoken.plain(changed, "fa")
    written.own = {"fa": Own(content=written.own["fa"].content, reviewed=frozenset({(helmet.context, helmet.source)}))}
    assert spoken.reviewed(helmet, "fa")


def test_a_label_is_known_as_staff_wrote_it_and_as_the_files_do(spoken: Catalogues, written: Written) -> None:
    written.own = {"ru": Own({"menu.tip": OwnMessage(("💡 Подсказка",), digest(("💡 A tip",)))})}
    assert {"💡 подсказка", "💡 совет"} <= spoken.labels("menu.tip").keys()
