"""One call of the Bot API, and what helps when Telegram refuses it."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.error import BadRequest, TelegramError

from bot.telegram import render
from bot.telegram.attachments import Attachments
from bot.telegram.render import Call
from bot.telegram.trouble import describe

log = logging.getLogger(__name__)

Post = Callable[[int, Call], Awaitable[Any]]
"""Makes a call for a chat, when that may be made; returns its result."""

GONE = ("chat not found", "peer_id_invalid", "user not found")
"""What Telegram says of a chat that never was, or is no more."""


class Saying:
    """Makes calls, mends those that are refused for their form, and notes what Telegram calls the files in them."""

    def __init__(self, post: Post, attachments: Attachments) -> None:
        self._post = post
        self._attachments = attachments

    async def say(self, chat_id: int, call: Call) -> Any:
        """Returns the result of the call. Raises TelegramError when nothing helps."""
        try:
            message = await self._post(chat_id, call)
        except BadRequest as error:
            mended = self._mended(call, error)
            if mended is None:
                raise
            return await self.say(chat_id, mended)
        if call.file:
            self._attachments.sent(call.file, message)
        return message

    def _mended(self, call: Call, error: BadRequest) -> Call | None:
        """What to send instead; None when nothing is known to help. Each cause is met once."""
        if says(error, "can't parse entities") and "parse_mode" in call.parameters:
            log.warning("A message went out without its markup: %s", describe(error))
            return render.without_markup(call)
        if call.file and call.file.file_id and not says(error, *GONE):
            log.info("A file is uploaded again: %s", describe(error))
            return render.uploaded(call, self._attachments.forgotten(call.file))
        return None


def says(error: TelegramError, *reasons: str) -> bool:
    """Whether Telegram gives one of these reasons."""
    return any(reason in error.message.lower() for reason in reasons)
