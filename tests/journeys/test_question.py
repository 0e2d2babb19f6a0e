"""Every item type can be shown, changed and closed in a chat, from left to right and from right to left."""

from random import Random
from typing import Any

import pytest

from bot.i18n import Catalogues, Text
from bot.journeys import question
from bot.journeys.question import Heading
from bot.journeys.reply import Reply
from bot.learning.items import Item, item_types
from bot.store.ids import new_id
from bot.telegram import render
from tests.learning.specimens import specimens

LONGEST_DATA = 64
"""Bytes of a button's data: Telegram's own limit."""

TYPES = item_types()
BODIES = [(name, specimen["body"]) for name in TYPES for specimen in specimens(name)]


def item_of(name: str, body: dict[str, Any]) -> Item:
    return Item("shared.u.i", name, "shared.u", "shared", "A1", 1, 1, body)


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_type_says_how_it_is_done(name: str, language: str, catalogues: Catalogues) -> None:
    assert catalogues.plain(Text(f"item.how.{name}"), language) != f"item.how.{name}"


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize(("name", "body"), BODIES)
def test_an_item_is_shown_in_one_message(
    name: str, body: dict[str, Any], language: str, catalogues: Catalogues
) -> None:
    item, kind = item_of(name, body), TYPES[name]
    asked = kind.question(body, kind.order(body, Random(1)))
    buttons = question.buttons(item, asked, new_id(Random(1)))
    assert all(len(button.data.encode()) <= LONGEST_DATA for row in buttons for button in row)
    lines = question.lines(item, asked, Heading("1/5", how=True))
    [call] = render.new_messages(Reply(lines=lines, buttons=buttons), 1, language, catalogues)
    labels = [key["text"] for row in call.parameters["reply_markup"]["inline_keyboard"] for key in row]
    assert len({*labels}) == len(labels)
    assert not any("item." in text or "practice." in text for text in (*labels, call.parameters["text"]))


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize(("name", "body"), BODIES)
def test_an_answered_item_says_what_was_right(
    name: str, body: dict[str, Any], language: str, catalogues: Catalogues
) -> None:
    item, kind = item_of(name, body), TYPES[name]
    verdict = kind.grade(body, "")
    lines = question.answered(item, kind.question(body, kind.order(body, Random(1))), verdict, Heading("1/5"))
    [call] = render.new_messages(Reply(lines=lines), 1, language, catalogues)
    assert catalogues.html(question.part(item, verdict.right, bold=True), language) in call.parameters["text"]
