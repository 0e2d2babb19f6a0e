"""getUpdates and getWebhookInfo, as python-telegram-bot sees them."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict

from tests.fakes.phones import Handset
from tests.simulator.world import TOKEN, Clock


async def test_a_text_arrives_as_a_message(bot: Bot, phone: Handset) -> None:
    sent = await phone.says("Goedemorgen 👷")

    (update,) = await bot.get_updates()

    message = update.message
    assert message is not None
    assert message.from_user is not None
    assert (message.text, message.message_id) == ("Goedemorgen 👷", sent["id"])
    assert (message.from_user.id, message.from_user.language_code) == (phone.id, "ar")
    assert (message.chat.type, message.chat.username) == ("private", "amina")


async def test_updates_stay_until_an_offset_confirms_them(bot: Bot, phone: Handset) -> None:
    for text in ("one", "two", "three"):
        await phone.says(text)

    first, second, third = await bot.get_updates()
    assert [second.update_id - first.update_id, third.update_id - second.update_id] == [1, 1]
    assert len(await bot.get_updates(limit=2)) == 2
    assert await bot.get_updates(offset=second.update_id) == (second, third)
    assert await bot.get_updates(offset=third.update_id + 1) == ()
    assert await bot.get_updates() == ()


async def test_an_offset_of_other_ids_confirms_nothing(bot: Bot, phone: Handset) -> None:
    await phone.says("one")
    (update,) = await bot.get_updates()

    assert await bot.get_updates(offset=update.update_id + 11) == (update,)
    assert await bot.get_updates(offset=update.update_id + 10) == ()


async def test_a_negative_offset_keeps_the_last_ones(bot: Bot, phone: Handset) -> None:
    for text in ("one", "two", "three"):
        await phone.says(text)

    kept = await bot.get_updates(offset=-2)

    assert [update.message.text for update in kept if update.message] == ["two", "three"]
    assert len(await bot.get_updates()) == 2


async def test_a_long_poll_answers_when_something_comes(bot: Bot, phone: Handset) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.gather(phone.says("hello"), poll)

    assert [update.message.text for update in poll.result() if update.message] == ["hello"]


async def test_a_second_long_poll_ends_the_first(bot: Bot, phone: Handset, client: httpx.AsyncClient) -> None:
    async def poll() -> httpx.Response:
        return await client.get(f"/bot{TOKEN}/getUpdates", params={"timeout": 30})

    polls = [asyncio.create_task(poll()) for _ in range(2)]
    done, _ = await asyncio.wait(polls, return_when=asyncio.FIRST_COMPLETED)
    (ended,) = [task.result() for task in done]
    await phone.says("hello")
    answers = [await task for task in polls]

    assert ended.status_code == 409
    assert "terminated by other getUpdates request" in ended.json()["description"]
    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_updates_are_kept_for_a_day(bot: Bot, phone: Handset, clock: Clock) -> None:
    await phone.says("yesterday")
    clock.advance(timedelta(hours=24))
    await phone.says("today")

    assert [update.message.text for update in await bot.get_updates() if update.message] == ["today"]


async def test_only_allowed_updates_come(bot: Bot, phone: Handset) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await phone.says("not asked for")
    assert await bot.get_updates() == ()

    await bot.get_updates(allowed_updates=[])
    await phone.says("asked for")
    assert len(await bot.get_updates()) == 1


async def test_polling_and_a_webhook_exclude_each_other(bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook", allowed_updates=["message"], max_connections=3)

    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections) == ("http://127.0.0.1:9/hook", 3)
    assert info.allowed_updates == ("message",)

    await bot.delete_webhook()
    assert await bot.get_updates() == ()
    assert (await bot.get_webhook_info()).url == ""


async def test_setting_a_webhook_ends_a_long_poll(bot: Bot, client: httpx.AsyncClient) -> None:
    poll = asyncio.create_task(client.get(f"/bot{TOKEN}/getUpdates", params={"timeout": 30}))
    other = asyncio.create_task(client.get(f"/bot{TOKEN}/getUpdates", params={"timeout": 30}))
    await asyncio.wait({poll, other}, return_when=asyncio.FIRST_COMPLETED)

    await bot.set_webhook("http://127.0.0.1:9/hook")

    descriptions = [(await task).json()["description"] for task in (poll, other)]
    assert "Conflict: terminated by setWebhook request" in descriptions


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"url": "not an address"}, "Invalid webhook url specified"),
        ({"url": "http://x.be/", "secret_token": "no spaces"}, "Secret token contains unallowed characters"),
        ({"url": "http://x.be/", "secret_token": "x" * 257}, "Secret token is too long"),
    ],
)
async def test_a_bad_webhook_is_refused(bot: Bot, values: dict[str, Any], problem: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){problem}"):
        await bot.set_webhook(**values)


async def test_pending_updates_can_be_dropped(bot: Bot, phone: Handset) -> None:
    await phone.says("forget this")
    assert (await bot.get_webhook_info()).pending_update_count == 1

    await bot.delete_webhook(drop_pending_updates=True)

    assert await bot.get_updates() == ()
