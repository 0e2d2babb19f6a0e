"""Pictures of replies: drawn when they are sent, with the words as their caption."""

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.i18n import Catalogues, Content, Text, Verbatim
from bot.journeys.reply import Picture, PicturedUnit, Reply, button
from bot.telegram import render
from bot.telegram.drawing import drawn
from tests.telegram.world import CHAT

PICTURE = Picture(
    head=Text("hello", {"name": "Amina"}),
    days=Text("yes"),
    exercises=Text("no"),
    weeks=((date(2026, 11, 16), 2), (date(2026, 11, 23), 3)),
    units=(PicturedUnit(Content("shared.greeting.title", "Groeten en namen"), 5, 3, False),),
)
REPLY = Reply(lines=((Text("yes"),),), buttons=((button("no", "menu", "-", "tip"),),), picture=PICTURE)
CHINESE = replace(PICTURE, head=Verbatim("工地"))


def test_a_picture_survives_the_outbox() -> None:
    assert Reply.from_json(json.loads(json.dumps(REPLY.as_json()))) == REPLY


def test_a_reply_kept_before_there_were_pictures_has_none() -> None:
    kept = {name: value for name, value in REPLY.as_json().items() if name != "picture"}
    assert Reply.from_json(kept).picture is None


@pytest.mark.parametrize(("language", "words"), [("en", "Yes"), ("ar", "نعم")])
def test_a_picture_bears_the_words_and_the_buttons(catalogues: Catalogues, language: str, words: str) -> None:
    (call,) = render.new_messages(REPLY, CHAT, language, catalogues)
    assert (call.method, call.parameters["caption"]) == ("sendPhoto", words)
    assert call.parameters["photo"].filename == "progress.png"
    assert call.parameters["photo"].input_file_content == drawn(PICTURE, language, catalogues)
    assert "inline_keyboard" in call.parameters["reply_markup"]


def test_it_is_drawn_in_the_language_of_the_learner(catalogues: Catalogues) -> None:
    assert drawn(PICTURE, "en", catalogues) != drawn(PICTURE, "ar", catalogues)


def test_what_cannot_be_drawn_is_said(catalogues: Catalogues, caplog: pytest.LogCaptureFixture) -> None:
    (call,) = render.new_messages(replace(REPLY, picture=CHINESE), CHAT, "en", catalogues)
    assert (call.method, call.parameters["text"]) == ("sendMessage", "Yes")
    assert "U+5DE5" in caplog.text


def test_a_picture_needs_a_new_message(catalogues: Catalogues) -> None:
    assert render.edits(REPLY, CHAT, 31, "en", catalogues) == []
