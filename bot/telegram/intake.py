"""What happens to each raw update, however it came: it is kept, its tap is answered, the turns are woken."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.store import Store, inbox
from bot.telegram.bot import bot_id, call
from bot.telegram.updates import chat_of, update_id


class Intake:
    """Keeps updates in the inbox.

    Args:
        bot: answers taps.
        store: holds the inbox.
        clock: tells the time, in UTC.
        arrived: is called after something new was kept, so that its turn runs at once.
    """

    def __init__(self, bot: Bot, store: Store, clock: Callable[[], datetime], arrived: Callable[[], None]) -> None:
        self._bot = bot
        self._store = store
        self.clock = clock
        self._arrived = arrived
        self._answers: set[asyncio.Task[None]] = set()

    def take(self, raw: Any) -> int | None:
        """Keep one update. Returns its number, None for what is no update; raises what the store raises."""
        number = update_id(raw)
        if number is None:
            return None
        new = inbox.put(self._store, bot_id(self._bot), number, chat_of(raw), raw, self.clock())
        self._answer_tap(raw)
        if new:
            self._arrived()
        return number

    async def settled(self) -> None:
        """Wait for the answers to taps that are still on their way."""
        await asyncio.gather(*self._answers)

    def _answer_tap(self, raw: dict[str, Any]) -> None:
        """Stop the waiting sign on a tapped button: once, without words, and without delaying the turn."""
        query = raw.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            task = asyncio.create_task(self._answer(query["id"]))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)

    async def _answer(self, query_id: str) -> None:
        try:
            await call(self._bot, "answerCallbackQuery", {"callback_query_id": query_id})
        except TelegramError:
            # The sign ends by itself after a while; what the tap means is already kept.
            return
