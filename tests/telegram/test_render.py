"""Replies as calls of the Bot API."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Catalogues, Part, Text, Verbatim
from bot.journeys.reply import Document, Reply, button
from bot.telegram import render
from bot.telegram.keyboards import LONGEST_LABEL, label
from bot.telegram.splitting import length, shown, split
from tests.telegram.world import CHAT

HELLO = Text("hello", {"name": "Jan <3 & co"})
YES_NO = ((button("yes", "sharing", "q1", "yes"), button("no", "sharing", "q1", "no")),)


def sent(reply: Reply, catalogues: Catalogues, language: str = "en") -> dict[str, Any]:
    (call,) = render.new_messages(reply, CHAT, language, catalogues)
    return {"method": call.method, **call.parameters}


def test_lines_are_joined_by_line_ends_and_their_parts_by_spaces(catalogues: Catalogues) -> None:
    reply = Reply(lines=((HELLO, Text("yes")), (), (Verbatim("de <bouwhelm>", bold=True),)))
    message = sent(reply, catalogues)
    assert message["text"] == "Hello <b>Jan &lt;3 &amp; co</b> Yes\n\n<b>de &lt;bouwhelm&gt;</b>"
    assert message == {
        "method": "sendMessage",
        "chat_id": CHAT,
        "text": message["text"],
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "disable_notification": False,
    }


def test_a_silent_reply_makes_no_sound(catalogues: Catalogues) -> None:
    assert sent(Reply(lines=((HELLO,),), silent=True), catalogues)["disable_notification"] is True


def test_buttons_bear_labels_and_data(catalogues: Catalogues) -> None:
    assert sent(Reply(lines=((HELLO,),), buttons=YES_NO), catalogues)["reply_markup"] == {
        "inline_keyboard": [
            [
                {"text": "Yes", "callback_data": "sharing:q1:yes"},
                {"text": "No", "callback_data": "sharing:q1:no"},
            ]
        ]
    }


def test_rows_run_from_right_to_left_where_people_read_so(catalogues: Catalogues) -> None:
    keyboard = sent(Reply(lines=((HELLO,),), buttons=YES_NO), catalogues, "ar")["reply_markup"]["inline_keyboard"]
    assert [key["text"] for key in keyboard[0]] == ["لا", "نعم"]
    menu = sent(Reply(lines=((HELLO,),), menu=True), catalogues, "ar")["reply_markup"]["keyboard"]
    assert [[key["text"] for key in row] for row in menu] == [["نصيحة", "تدرّب"], ["مرافقي", "تقدّمي"]]


def test_the_menu_stays_below_the_input_field(catalogues: Catalogues) -> None:
    assert sent(Reply(lines=((HELLO,),), menu=True), catalogues)["reply_markup"] == {
        "keyboard": [[{"text": "Practise"}, {"text": "Tip"}], [{"text": "Progress"}, {"text": "Counsellor"}]],
        "is_persistent": True,
        "resize_keyboard": True,
    }


def test_dutch_lines_of_an_arabic_message_are_isolated(catalogues: Catalogues) -> None:
    text = sent(Reply(lines=((Verbatim("de bouwhelm"),), (Text("yes"),))), catalogues, "ar")["text"]
    assert text == "\u2068de bouwhelm\u2069\nنعم"


@pytest.mark.parametrize(
    ("words", "shown_words"),
    [
        ("short", "short"),
        ("x" * LONGEST_LABEL, "x" * LONGEST_LABEL),
        ("woord " * 20, "woord woord woord woord woord woord woord woord woord…"),
    ],
)
def test_a_label_is_cut_between_words(catalogues: Catalogues, words: str, shown_words: str) -> None:
    assert label(Verbatim(words), "en", catalogues) == shown_words


def test_a_cut_label_closes_its_isolates(catalogues: Catalogues) -> None:
    cut = label(Verbatim("woord " * 20), "ar", catalogues)
    assert cut.startswith("\u2068")
    assert cut.endswith("…\u2069")
    assert len(cut) <= LONGEST_LABEL + 1


def test_a_file_bears_the_words_as_its_caption(catalogues: Catalogues) -> None:
    reply = Reply(lines=((HELLO,),), document=Document("werkmaat.json", '{"name": "ሰላም"}'), menu=True)
    message = sent(reply, catalogues)
    assert (message["method"], message["parse_mode"]) == ("sendDocument", "HTML")
    assert message["caption"].startswith("Hello <b>Jan")
    assert message["document"].filename == "werkmaat.json"
    assert message["document"].input_file_content == '{"name": "ሰላም"}'.encode()
    assert "keyboard" in message["reply_markup"]
    assert "text" not in message


def test_words_too_long_for_a_caption_come_after_the_file(catalogues: Catalogues) -> None:
    reply = Reply(lines=((Verbatim("woord " * 300),),), document=Document("a.txt", "x"), buttons=YES_NO)
    first, second = render.new_messages(reply, CHAT, "en", catalogues)
    assert (first.method, second.method) == ("sendDocument", "sendMessage")
    assert "reply_markup" not in first.parameters
    assert "reply_markup" in second.parameters
    assert "caption" not in first.parameters


def test_a_long_reply_becomes_several_messages_cut_at_line_ends(catalogues: Catalogues) -> None:
    lines: tuple[tuple[Part, ...], ...] = tuple((Verbatim(f"{n} " + "é" * 998, bold=True),) for n in range(10))
    calls = render.new_messages(Reply(lines=lines, buttons=YES_NO), CHAT, "en", catalogues)
    texts = [call.parameters["text"] for call in calls]
    assert [text.count("\n") + 1 for text in texts] == [4, 4, 2]
    assert "\n".join(texts) == "\n".join(f"<b>{n} {'é' * 998}</b>" for n in range(10))
    assert ["reply_markup" in call.parameters for call in calls] == [False, False, True]
    assert all(call.parameters["chat_id"] == CHAT for call in calls)


def test_an_edit_names_the_message_and_replaces_its_buttons(catalogues: Catalogues) -> None:
    (call,) = render.edits(Reply(lines=((HELLO,),), buttons=YES_NO), CHAT, 31, "en", catalogues)
    assert call.method == "editMessageText"
    assert (call.parameters["chat_id"], call.parameters["message_id"]) == (CHAT, 31)
    assert "inline_keyboard" in call.parameters["reply_markup"]


def test_an_edit_without_buttons_takes_them_away_and_brings_no_menu(catalogues: Catalogues) -> None:
    (call,) = render.edits(Reply(lines=((HELLO,),), menu=True), CHAT, 31, "en", catalogues)
    assert "reply_markup" not in call.parameters


@pytest.mark.parametrize(
    "reply",
    [Reply(lines=((Verbatim("x" * 5000),),)), Reply(lines=((HELLO,),), document=Document("a.txt", "x"))],
)
def test_what_an_edit_cannot_hold_needs_a_new_message(catalogues: Catalogues, reply: Reply) -> None:
    assert render.edits(reply, CHAT, 31, "en", catalogues) == []


def test_without_markup_the_words_stay(catalogues: Catalogues) -> None:
    (call,) = render.new_messages(Reply(lines=((HELLO,),), buttons=YES_NO), CHAT, "en", catalogues)
    plain = render.without_markup(call).parameters
    assert plain["text"] == "Hello Jan <3 & co"
    assert "parse_mode" not in plain
    assert plain["reply_markup"] == call.parameters["reply_markup"]


@pytest.mark.parametrize(("text", "units"), [("abc", 3), ("<b>a&amp;b</b>", 3), ("😀", 2), ("ሰላም", 3)])
def test_length_is_what_telegram_counts(text: str, units: int) -> None:
    assert length(text) == units


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("a\nb\nc", 3, ["a\nb", "c"]),
        ("one two three", 8, ["one two", "three"]),
        ("<b>one\ntwo</b>", 5, ["one", "two"]),
        ("<b>a</b>\n<i>b</i>", 2, ["<b>a</b>", "<i>b</i>"]),
        ("😀😀😀", 5, ["😀😀", "😀"]),
        ("&lt;&lt;&lt;", 2, ["&lt;&lt;", "&lt;"]),
        ("a\n\n\n\n\nb", 3, ["a", "b"]),
        ("abcdef", 2, ["ab", "cd", "ef"]),
    ],
)
def test_cutting(text: str, limit: int, pieces: list[str]) -> None:
    assert [piece.strip("\n") for piece in split(text, limit)] == pieces


words = st.text(st.sampled_from("ab é😀ሰ\n&<"), max_size=60)


@given(parts=st.lists(st.tuples(words, st.booleans())), limit=st.integers(2, 20))
def test_every_piece_fits_and_no_word_is_lost(parts: list[tuple[str, bool]], limit: int) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    text = "".join(f"<b>{escaped(word)}</b>" if bold else escaped(word) for word, bold in parts)
    pieces = split(text, limit)
    assert all(length(piece) <= limit for piece in pieces)
    assert all(piece.count("<b>") == piece.count("</b>") for piece in pieces)
    assert "".join("".join(map(shown, pieces)).split()) == "".join(shown(text).split())
