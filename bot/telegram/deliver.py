"""One row of the outbox: said in the learner's language, handed to Telegram, and what Telegram made of it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.i18n import Catalogues, Text
from bot.journeys.reply import Reply
from bot.store import Store, outbox
from bot.store.tables import OutboxRow
from bot.telegram import render
from bot.telegram.render import Call
from bot.telegram.trouble import Trouble, describe, pause_after

log = logging.getLogger(__name__)

GONE = ("chat not found", "peer_id_invalid", "user not found")
"""What Telegram says of a chat that never was, or is no more."""

FALLBACK = Reply(lines=((Text("telegram.fallback"),),), menu=True)


class Delivery:
    """Sends rows and marks them.

    Args:
        post: makes a call of the Bot API for a chat, when that may be made; returns its result.
        store: holds the outbox.
        catalogues: the languages.
        clock: tells the time, in UTC.
    """

    def __init__(
        self,
        post: Callable[[int, Call], Awaitable[Any]],
        store: Store,
        catalogues: Catalogues,
        clock: Callable[[], datetime],
    ) -> None:
        self._post = post
        self._store = store
        self._catalogues = catalogues
        self._clock = clock
        self._trouble = Trouble("Sending messages", clock)

    async def deliver(self, row: OutboxRow) -> None:
        """Send a row and mark what became of it. Raises RetryAfter, with the row left as it is."""
        earlier = outbox.message_id(self._store, row.edits) if row.edits else None
        try:
            message_id = await self._hand_over(row, earlier)
        except RetryAfter:
            raise
        except TelegramError as error:
            self._failed(row, error)
        except Exception as error:  # our own mistake: the next message must not wait for its mending
            self._refused(row, error)
        else:
            outbox.sent(self._store, row, message_id, self._clock())
            self._trouble.over()

    async def _hand_over(self, row: OutboxRow, earlier: int | None) -> int | None:
        """Returns the message's id at Telegram. ``earlier`` is that of the message that this one edits."""
        reply = Reply.from_json(row.payload or {}, row.edits)
        if reply.deletes:
            await self._delete(row, earlier)
            return None
        if earlier and await self._edited(row, reply, earlier):
            return earlier
        return await self._send(row, reply)

    async def _send(self, row: OutboxRow, reply: Reply) -> int | None:
        message: Any = None
        for call in await self._rendered(row, reply):
            message = await self._say(row.chat_id, call)
        return message.get("message_id") if isinstance(message, dict) else None

    async def _rendered(self, row: OutboxRow, reply: Reply) -> list[Call]:
        words = (reply, row.chat_id, row.language, self._catalogues)
        # Drawing takes so long that other chats would feel it.
        return await asyncio.to_thread(render.new_messages, *words) if reply.picture else render.new_messages(*words)

    async def _edited(self, row: OutboxRow, reply: Reply, earlier: int) -> bool:
        """Change an earlier message. Returns False when a new one must take its place."""
        call = render.edit(reply, row.chat_id, earlier, row.language, self._catalogues)
        if call is None:
            return False
        try:
            await self._say(row.chat_id, call)
        except BadRequest as error:
            return _says(error, "message is not modified")
        return True

    async def _delete(self, row: OutboxRow, earlier: int | None) -> None:
        if earlier is None:
            return
        try:
            await self._post(row.chat_id, render.deletion(row.chat_id, earlier))
        except BadRequest as error:
            log.info("Outbox row %s deletes nothing: %s", row.id, describe(error))

    async def _say(self, chat_id: int, call: Call) -> Any:
        try:
            return await self._post(chat_id, call)
        except BadRequest as error:
            if not _says(error, "can't parse entities"):
                raise
            log.warning("A message went out without its markup: %s", describe(error))
            return await self._post(chat_id, render.without_markup(call))

    def _failed(self, row: OutboxRow, error: TelegramError) -> None:
        if isinstance(error, Forbidden) or _says(error, *GONE):
            self._leave_alone(row, error)
        elif isinstance(error, BadRequest) or isinstance(error.__cause__, UnicodeError):
            # The second is a text that cannot be sent: trying again would stop this chat for ever.
            self._refused(row, error)
        else:
            self._trouble.met(error)
            outbox.postpone(self._store, row, self._clock() + pause_after(row.tries), describe(error))

    def _leave_alone(self, row: OutboxRow, error: TelegramError) -> None:
        log.info("The chat of outbox row %s is left alone: %s", row.id, describe(error))
        outbox.leave_alone(self._store, row.chat_id, self._clock())

    def _refused(self, row: OutboxRow, error: Exception) -> None:
        log.error("Outbox row %s is set aside: %s", row.id, describe(error))
        outbox.park(self._store, row, describe(error), self._clock(), instead=FALLBACK.as_json())


def _says(error: TelegramError, *reasons: str) -> bool:
    return any(reason in error.message.lower() for reason in reasons)
