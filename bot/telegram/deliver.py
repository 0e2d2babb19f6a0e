"""One row of the outbox: said in the learner's language, handed to Telegram, and what Telegram made of it."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.i18n import Catalogues, Text
from bot.journeys.reply import Reply
from bot.store import Store, outbox
from bot.store.tables import OutboxRow
from bot.telegram import aloud, render
from bot.telegram.attachments import Attachments, File
from bot.telegram.keyboards import Look
from bot.telegram.render import Aloud, Call
from bot.telegram.saying import GONE, Post, Saying, says
from bot.telegram.trouble import Trouble, describe, pause_after

log = logging.getLogger(__name__)

OTHERWISE = ("no text in the message to edit", "no caption in the message to edit")
"""What Telegram says when a text was taken for a caption, or a caption for a text."""

NO_VOICE = "voice_messages_forbidden"
"""What it says when somebody wants no voice messages."""

NOT_FOUND = "message to delete not found"
"""What it says when somebody deleted that message before."""

FALLBACK = Reply(lines=((Text("telegram.fallback"),),), menu=True)


class Delivery:
    """Sends rows and marks them.

    Args:
        post: makes a call of the Bot API for a chat, when that may be made; returns its result.
        store: holds the outbox.
        catalogues: the languages.
        attachments: finds the files of replies.
        clock: tells the time, in UTC.
    """

    def __init__(
        self,
        post: Post,
        store: Store,
        catalogues: Catalogues,
        attachments: Attachments,
        clock: Callable[[], datetime],
    ) -> None:
        self._post = post
        self._store = store
        self._catalogues = catalogues
        self._attachments = attachments
        self._saying = Saying(post, attachments)
        self._clock = clock
        self._trouble = Trouble("Sending messages", clock)
        self._went_out: dict[int, int | None] = {}

    async def deliver(self, row: OutboxRow) -> None:
        """Send a row and mark what became of it; one that is too late is dropped.

        Raises RetryAfter, with the row left as it is, and OutOfOrder when the store takes no mark. A row that went out
        is remembered until it is marked: at its next tries it is marked and not sent again.
        """
        now = self._clock()
        if row.id in self._went_out:
            self._mark(row)
        elif row.expires_at and row.expires_at < now:
            outbox.expire(self._store, row, now)
        else:
            await self._try(row)

    async def _try(self, row: OutboxRow) -> None:
        earlier = row.message_id or (outbox.message_id(self._store, row.edits) if row.edits else None)
        try:
            self._went_out[row.id] = await self._hand_over(row, earlier)
        except RetryAfter:
            raise
        except TelegramError as error:
            self._failed(row, error)
        except Exception as error:  # our own mistake: the next message must not wait for its mending
            self._refused(row, error)
        else:
            self._trouble.over()
            self._mark(row)

    def _mark(self, row: OutboxRow) -> None:
        outbox.sent(self._store, row, self._went_out[row.id], self._clock())
        del self._went_out[row.id]

    async def _hand_over(self, row: OutboxRow, earlier: int | None) -> int | None:
        """Returns the message's id at Telegram. ``earlier`` is that of the message that this one edits."""
        reply = Reply.from_json(row.payload or {}, row.edits)
        if reply.deletes:
            return await self._take_away(row, reply, earlier)
        voice = await self._aloud(reply, row.language)
        if voice:
            # The voice says the target words too.
            reply = replace(reply, sound=None)
        files = await self._files(reply)
        if voice or reply.anew:
            return await self._send_anew(row, reply, files, voice, earlier)
        if earlier and await self._edited(row, reply, files, earlier):
            return earlier
        return await self._send(row, reply, files)

    async def _take_away(self, row: OutboxRow, reply: Reply, earlier: int | None) -> int | None:
        """An earlier message goes. Where Telegram refuses, as it does after 48 hours, the lines take its place."""
        if await self._delete(row, earlier) or not reply.lines:
            return None
        voice = await self._aloud(reply, row.language)
        if earlier and await self._edited(row, reply, [], earlier) and not voice:
            return earlier
        return await self._send(row, reply, [], voice)

    async def _send_anew(
        self, row: OutboxRow, reply: Reply, files: list[File], voice: Aloud | None, earlier: int | None
    ) -> int | None:
        """An earlier message goes and a new one comes: what is heard first cannot stand below what it says."""
        await self._delete(row, earlier)
        message_id = await self._send(row, reply, files, voice)
        if row.edits:
            outbox.moved(self._store, row.edits, message_id)
        return message_id

    async def _send(self, row: OutboxRow, reply: Reply, files: list[File], voice: Aloud | None = None) -> int | None:
        message: Any = None
        for call in await self._rendered(row, reply, files, voice):
            message = await self._saying.say(row.chat_id, call)
        return message.get("message_id") if isinstance(message, dict) else None

    async def _files(self, reply: Reply) -> list[File]:
        if not (reply.sound or reply.image or reply.paper or reply.recorded):
            return []
        # Speaking and drawing take so long that other chats would feel it.
        return self._attachments.known(await asyncio.to_thread(self._attachments.of, reply))

    async def _aloud(self, reply: Reply, language: str) -> Aloud | None:
        """What is heard of a reply: all of it, or, where the own language has no voice, what is in other ones."""
        for sounds, look in ((aloud.sounds, Look.PICTURES), (aloud.without_own, Look.NUMBERED)):
            each = sounds(reply, language, self._catalogues)
            file = await asyncio.to_thread(self._attachments.aloud, each, language) if each else None
            if file:
                return Aloud(self._attachments.known([file])[0], look)
        return None

    async def _rendered(self, row: OutboxRow, reply: Reply, files: list[File], voice: Aloud | None) -> list[Call]:
        words = (reply, row.chat_id, row.language, self._catalogues, files, voice)
        return await asyncio.to_thread(render.new_messages, *words) if reply.picture else render.new_messages(*words)

    async def _edited(self, row: OutboxRow, reply: Reply, files: list[File], earlier: int) -> bool:
        """Change an earlier message. Returns False when a new one must take its place."""
        for call in render.edits(reply, row.chat_id, earlier, row.language, self._catalogues, files):
            try:
                await self._saying.say(row.chat_id, call)
            except BadRequest as error:
                if not says(error, *OTHERWISE):
                    return says(error, "message is not modified")
            else:
                return True
        return False

    async def _delete(self, row: OutboxRow, earlier: int | None) -> bool:
        """Returns whether the earlier message is gone; one that was never sent, or deleted before, is."""
        if earlier is None:
            return True
        try:
            await self._post(row.chat_id, render.deletion(row.chat_id, earlier))
        except BadRequest as error:
            log.info("Outbox row %s deletes nothing: %s", row.id, describe(error))
            return says(error, NOT_FOUND)
        return True

    def _failed(self, row: OutboxRow, error: TelegramError) -> None:
        if isinstance(error, Forbidden) or says(error, *GONE):
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
        silent = isinstance(error, TelegramError) and says(error, NO_VOICE)
        instead = replace(FALLBACK, spoken=not silent and bool((row.payload or {}).get("spoken")))
        outbox.park(self._store, row, describe(error), self._clock(), instead=instead.as_json())
