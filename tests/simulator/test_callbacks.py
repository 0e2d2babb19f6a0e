"""Taps, their answers, and the sign that the bot is busy."""

from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from tests.fakes.phones import Handset
from tests.simulator.test_sending import YES_NO
from tests.simulator.world import Clock

TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


async def test_a_tap_becomes_a_callback_query(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_message(phone.id, "Klaar?", reply_markup=YES_NO)

    await phone.taps("No")

    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert (query.data, query.from_user.id) == ("n", phone.id)
    assert query.message is not None
    assert query.message.message_id == sent.message_id
    assert await query.answer("Jammer") is True


async def test_a_query_is_answered_once(bot: Bot, phone: Handset) -> None:
    await bot.send_message(phone.id, "Klaar?", reply_markup=YES_NO)
    tapped = await phone.taps("Yes")

    assert await bot.answer_callback_query(tapped["query"])
    for query_id in (tapped["query"], "12345"):
        with pytest.raises(BadRequest, match=f"(?i){TOO_OLD}"):
            await bot.answer_callback_query(query_id)


async def test_a_query_expires(bot: Bot, phone: Handset, clock: Clock) -> None:
    await bot.send_message(phone.id, "Klaar?", reply_markup=YES_NO)
    tapped = await phone.taps("Yes")
    clock.advance(timedelta(seconds=16))

    with pytest.raises(BadRequest, match=f"(?i){TOO_OLD}"):
        await bot.answer_callback_query(tapped["query"])


async def test_a_long_answer_is_refused_and_may_be_shortened(bot: Bot, phone: Handset) -> None:
    await bot.send_message(phone.id, "Klaar?", reply_markup=YES_NO)
    tapped = await phone.taps("Yes")

    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.answer_callback_query(tapped["query"], "👷" * 101)
    assert await bot.answer_callback_query(tapped["query"], "x" * 200, show_alert=True)


async def test_two_taps_are_two_queries(bot: Bot, phone: Handset) -> None:
    await bot.send_message(phone.id, "Klaar?", reply_markup=YES_NO)

    first, second = await phone.taps("Yes"), await phone.taps("Yes")

    assert first["query"] != second["query"]
    assert len(await bot.get_updates()) == 2


async def test_only_what_is_shown_can_be_tapped(bot: Bot, phone: Handset) -> None:
    sent = await bot.send_message(phone.id, "Klaar?", reply_markup=YES_NO)
    assert (await phone.try_to("tap", text="Maybe")).status_code == 404
    assert (await phone.try_to("tap", data="y", message_id=sent.message_id)).status_code == 200

    await bot.delete_message(phone.id, sent.message_id)

    assert (await phone.try_to("tap", data="y", message_id=sent.message_id)).status_code == 404


async def test_links_and_copies_stay_on_the_phone(bot: Bot, phone: Handset) -> None:
    link = InlineKeyboardButton("Site", url="https://example.org/")
    copy = InlineKeyboardButton.de_json({"text": "Copy", "copy_text": {"text": "1712"}}, bot)
    await bot.send_message(phone.id, "Zie", reply_markup=InlineKeyboardMarkup([[link, copy]]))

    assert await phone.taps("Site") == {"url": "https://example.org/"}
    assert await phone.taps("Copy") == {"copy": "1712"}
    assert await bot.get_updates() == ()


async def test_typing_shows_until_the_next_message(bot: Bot, phone: Handset, clock: Clock) -> None:
    await bot.send_chat_action(phone.id, "typing")
    assert (await phone.chat())["typing"] == 5
    await bot.send_message(phone.id, "Here")
    assert (await phone.chat())["typing"] == 0

    await bot.send_chat_action(phone.id, "record_voice")
    clock.advance(timedelta(seconds=5))
    assert (await phone.chat())["typing"] == 0
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(phone.id, "dancing")
