"""Server-sent events: an open page hears of every change, told in full."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.responses import StreamingResponse

from bot.simulator.exchange import Exchange
from bot.simulator.phone.talk import Talk
from bot.simulator.phone.views import chat_view, message_view
from bot.simulator.records import Json

# Says that the line is alive, so that proxies and browsers keep it.
PULSE_SECONDS = 20


def event_stream(exchange: Exchange, bot_id: int | None) -> StreamingResponse:
    """Return the events about one bot, or about whichever called last, as they come."""
    return StreamingResponse(
        _lines(exchange, bot_id), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


async def _lines(exchange: Exchange, bot_id: int | None) -> AsyncIterator[str]:
    queue = exchange.events.subscribe()
    try:
        yield ": open\n\n"
        while exchange.events.follows(queue) or not queue.empty():
            try:
                event = await asyncio.wait_for(queue.get(), PULSE_SECONDS)
            except TimeoutError:
                yield ": pulse\n\n"
                continue
            told = _told(exchange, bot_id or exchange.state.current_bot, event)
            if told:
                yield f"data: {json.dumps(told)}\n\n"
    finally:
        exchange.events.unsubscribe(queue)


def _told(exchange: Exchange, bot_id: int, event: Json) -> Json | None:
    """Return an event with what it is about as it stands now; None if it does not concern this page."""
    if event.get("bot", bot_id) != bot_id:
        return None
    bot, phone = exchange.state.bots.get(bot_id), exchange.state.phones.get(event.get("phone", 0))
    if not bot or not phone:
        return event
    talk = Talk(exchange, bot, phone)
    if event["event"] == "chat":
        return {**event, "chat": chat_view(talk)}
    if event["event"] == "message":
        found = [message for message in talk.chat.messages if message.id == event["message"]]
        return {**event, "message": message_view(found[0])} if found else None
    return event
