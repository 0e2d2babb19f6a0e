"""sendMessage: what it returns, what the phone shows, what is refused."""

from typing import Any

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden

from tests.fakes.phones import Handset
from tests.simulator.world import Clock

YES_NO = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Yes", callback_data="y"), InlineKeyboardButton("No", callback_data="n")]]
)
KEYS = ReplyKeyboardMarkup(
    [["Practise", "Tip"], ["Progress", "Settings"]],
    is_persistent=True,
    resize_keyboard=True,
    input_field_placeholder="Your answer",
)


async def test_a_text_with_buttons(bot: Bot, phone: Handset, clock: Clock) -> None:
    sent = await bot.send_message(phone.id, "Is dit <b>veilig</b>?", parse_mode="HTML", reply_markup=YES_NO)

    assert (sent.text, sent.text_html) == ("Is dit veilig?", "Is dit <b>veilig</b>?")
    assert sent.reply_markup == YES_NO
    assert sent.date == clock.now
    assert sent.from_user == await bot.get_me()
    shown = await phone.last()
    assert (shown["from"], shown["html"], shown["silent"]) == ("bot", "Is dit <b>veilig</b>?", False)
    assert shown["markup"]["inline_keyboard"][0][1] == {"text": "No", "callback_data": "n"}


async def test_message_ids_rise_through_all_chats(bot: Bot, phone: Handset) -> None:
    first = await bot.send_message(phone.id, "one")
    person = await phone.says("two")
    last = await bot.send_message(phone.id, "three")

    assert [person["id"], last.message_id] == [first.message_id + 1, first.message_id + 2]


async def test_a_keyboard_stays_until_it_is_removed(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_message(phone.id, "Choose", reply_markup=KEYS)
    assert sent.reply_markup is None
    assert (await phone.chat())["keyboard"] == KEYS.to_dict()

    await bot.send_message(phone.id, "Nothing new below", reply_markup=YES_NO)
    assert (await phone.chat())["keyboard"] == KEYS.to_dict()

    await bot.send_message(phone.id, "Gone", reply_markup=ReplyKeyboardRemove())
    assert (await phone.chat())["keyboard"] is None


async def test_a_reply_can_be_asked_for(bot: Bot, phone: Handset) -> None:
    asked = await bot.send_message(phone.id, "Your name?", reply_markup=ForceReply(input_field_placeholder="Name"))
    assert (await phone.chat())["keyboard"]["force_reply"] is True

    await phone.act("text", text="Amina", reply_to=asked.message_id)

    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.reply_to_message is not None
    assert update.message.reply_to_message.message_id == asked.message_id


async def test_silent_and_protected(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_message(phone.id, "Hush", disable_notification=True, protect_content=True)

    assert sent.has_protected_content
    shown = await phone.last()
    assert (shown["silent"], shown["protected"]) == (True, True)


async def test_a_bot_can_reply(bot: Bot, phone: Handset) -> None:
    asked = await phone.says("What is a stelling?")

    sent = await bot.send_message(phone.id, "A scaffold.", reply_parameters=ReplyParameters(asked["id"]))

    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "What is a stelling?"
    assert (await phone.last())["reply_to"] == asked["id"]
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(phone.id, "To whom?", reply_parameters=ReplyParameters(999))
    lenient = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(phone.id, "So be it", reply_parameters=lenient)).reply_to_message is None


@pytest.mark.parametrize("text", ["x" * 4096, "👷" * 2048, "<b>" + "ع" * 4096 + "</b>"])
async def test_the_longest_text(bot: Bot, phone: Handset, text: str) -> None:
    sent = await bot.send_message(phone.id, text, parse_mode="HTML")

    assert len((sent.text or "").encode("utf-16-le")) == 2 * 4096


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"text": ""}, "Message text is empty"),
        ({"text": " \n "}, "Message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Message text is empty"),
        ({"text": "x" * 4097}, "Message is too long"),
        ({"text": "👷" * 2049}, "Message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't find end tag corresponding to start tag"),
        ({"text": "x", "parse_mode": "Klingon"}, "Unsupported parse_mode"),
        ({"text": "x", "chat_id": 1}, "Chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "Chat not found"),
        ({"text": "x", "entities": [MessageEntity("bold", 0, 2)]}, "ends after the end of the text"),
        ({"text": "x", "message_thread_id": 3}, 'Parameter "message_thread_id" is not simulated'),
    ],
)
async def test_what_is_refused(bot: Bot, phone: Handset, values: dict[str, Any], problem: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){problem}"):
        await bot.send_message(**{"chat_id": phone.id, **values})
    assert (await phone.last())["from"] == "phone"


async def test_a_stranger_cannot_be_written_to(bot: Bot, phone: Handset) -> None:
    stranger = await Handset.new(phone.client, "Yusuf", "so")

    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(stranger.id, "Hello?")


async def test_a_blocked_bot_is_told_so(bot: Bot, phone: Handset) -> None:
    await phone.act("block")

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(phone.id, "Hello?")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_chat_action(phone.id, "typing")

    await phone.act("unblock")
    await bot.send_message(phone.id, "Welcome back")


async def test_a_removed_phone_is_deactivated(bot: Bot, phone: Handset) -> None:
    await phone.client.delete(f"/phone/api/phones/{phone.id}")

    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(phone.id, "Hello?")
