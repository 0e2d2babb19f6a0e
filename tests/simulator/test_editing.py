"""Editing and deleting messages."""

from datetime import timedelta
from typing import Any

import pytest
from telegram import Bot, Message, ReplyKeyboardMarkup
from telegram.error import BadRequest, Forbidden

from tests.fakes.phones import Handset
from tests.simulator.test_media import PHOTO
from tests.simulator.test_sending import KEYS, YES_NO
from tests.simulator.world import Clock


async def test_a_new_text_takes_the_buttons_away(bot: Bot, phone: Handset, clock: Clock) -> None:
    sent = await bot.send_message(phone.id, "Klaar?", reply_markup=YES_NO)
    clock.advance(timedelta(minutes=1))

    edited = await bot.edit_message_text("<u>Klaar!</u>", phone.id, sent.message_id, parse_mode="HTML")

    assert isinstance(edited, Message)
    assert (edited.text_html, edited.reply_markup) == ("<u>Klaar!</u>", None)
    assert edited.edit_date == clock.now
    shown = await phone.last()
    assert (shown["id"], shown["text"], shown["edited"], shown["markup"]) == (sent.message_id, "Klaar!", True, None)


async def test_new_buttons_do_not_mark_a_message_edited(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_message(phone.id, "Klaar?")

    await bot.edit_message_reply_markup(phone.id, sent.message_id, reply_markup=YES_NO)

    shown = await phone.last()
    assert (shown["edited"], shown["markup"]) == (False, YES_NO.to_dict())


async def test_a_caption_changes(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_photo(phone.id, PHOTO, caption="Wat is dit?")

    edited = await bot.edit_message_caption(phone.id, sent.message_id, caption="Een kraan")

    assert isinstance(edited, Message)
    assert (edited.caption, edited.photo) == ("Een kraan", sent.photo)


async def test_the_same_again_is_refused(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_message(phone.id, "<b>A</b>", parse_mode="HTML", reply_markup=YES_NO)
    place: dict[str, Any] = {"chat_id": phone.id, "message_id": sent.message_id, "reply_markup": YES_NO}

    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text("<b>A</b>", parse_mode="HTML", **place)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(**place)
    assert await bot.edit_message_text("<i>A</i>", parse_mode="HTML", **place)


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"message_id": 999}, "Message to edit not found"),
        ({"message_id": 0}, "Message identifier is not specified"),
        ({"chat_id": 5}, "Chat not found"),
        ({"text": "x" * 4097}, "Message is too long"),
        ({"reply_markup": KEYS}, "Inline keyboard expected"),
    ],
)
async def test_what_is_refused(bot: Bot, phone: Handset, values: dict[str, Any], problem: str) -> None:
    sent = await bot.send_message(phone.id, "A")

    with pytest.raises(BadRequest, match=f"(?i){problem}"):
        await bot.edit_message_text(**{"text": "B", "chat_id": phone.id, "message_id": sent.message_id, **values})


async def test_what_cannot_be_edited(bot: Bot, phone: Handset) -> None:
    person = await phone.says("mine")
    keys = await bot.send_message(phone.id, "keys", reply_markup=ReplyKeyboardMarkup([["A"]]))
    photo = await bot.send_photo(phone.id, PHOTO)
    text = await bot.send_message(phone.id, "text")

    for message_id in (person["id"], keys.message_id):
        with pytest.raises(BadRequest, match="Message can't be edited"):
            await bot.edit_message_text("no", phone.id, message_id)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("no", phone.id, photo.message_id)
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(phone.id, text.message_id, caption="no")
    await phone.act("block")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.edit_message_text("no", phone.id, text.message_id)


async def test_deleting(bot: Bot, phone: Handset) -> None:
    person = await phone.says("mine")
    sent = await bot.send_message(phone.id, "keys", reply_markup=KEYS)

    assert await bot.delete_message(phone.id, sent.message_id)
    assert await bot.delete_messages(phone.id, [person["id"], 999])

    assert [message["deleted"] for message in (await phone.messages())[-2:]] == [True, True]
    assert (await phone.chat())["keyboard"] is None
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(phone.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("too late", phone.id, sent.message_id)


async def test_old_messages_stay(bot: Bot, phone: Handset, clock: Clock) -> None:
    sent = await bot.send_message(phone.id, "old")
    clock.advance(timedelta(hours=48))

    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(phone.id, sent.message_id)
    await bot.delete_messages(phone.id, [sent.message_id])
    assert not (await phone.last())["deleted"]


@pytest.mark.parametrize(
    ("ids", "problem"), [([], "not specified"), (list(range(101)), "too many message identifiers")]
)
async def test_how_many_can_be_deleted(bot: Bot, phone: Handset, ids: list[int], problem: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){problem}"):
        await bot.delete_messages(phone.id, ids)
