"""What an open page is told."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
from telegram import Bot

from bot.simulator.events import BACKLOG, Events
from tests.fakes.phones import Handset
from tests.simulator.test_sending import YES_NO


async def told(lines: AsyncIterator[str], wanted: str) -> dict[str, Any]:
    async for line in lines:
        if line.startswith("data: "):
            event: dict[str, Any] = json.loads(line.removeprefix("data: "))
            if event["event"] == wanted:
                return event
    raise AssertionError(f"the stream ended without {wanted}")


async def test_a_page_hears_of_everything(client: httpx.AsyncClient, bot: Bot, phone: Handset) -> None:
    async with client.stream("GET", "/phone/api/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.aiter_lines()
        await anext(lines)

        sent = await bot.send_message(phone.id, "<b>Klaar?</b>", parse_mode="HTML", reply_markup=YES_NO)
        event = await told(lines, "message")
        assert (event["phone"], event["message"]["html"]) == (phone.id, "<b>Klaar?</b>")
        assert (await told(lines, "chat"))["chat"]["unread"] == 1

        tapped = await phone.taps("Yes")
        await bot.answer_callback_query(tapped["query"], "Goed!", show_alert=True)
        answer = await told(lines, "answer")
        assert (answer["message"], answer["text"], answer["alert"]) == (sent.message_id, "Goed!", True)

        await bot.delete_message(phone.id, sent.message_id)
        assert (await told(lines, "message"))["message"]["deleted"] is True

        await Handset.new(client, "Next")
        await told(lines, "phones")


def test_a_page_that_does_not_keep_up_is_let_go() -> None:
    events = Events()
    slow, quick = events.subscribe(), events.subscribe()
    for number in range(BACKLOG + 1):
        events.publish({"event": "message", "message": number})
        quick.get_nowait()

    assert not events.follows(slow)
    assert events.follows(quick)
