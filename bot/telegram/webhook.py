"""The webhook: Telegram delivers updates, and gets its answer only after each is kept."""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Any

from telegram import Bot

from bot.telegram.bot import call
from bot.telegram.intake import Intake
from bot.telegram.trouble import Trouble, describe
from bot.telegram.updates import WANTED
from bot.telegram.waiting import Sleep, until_first

log = logging.getLogger(__name__)

LARGEST_BODY = 1024 * 1024
"""Bytes; an update holds no files, only their names."""

SECRET_HEADER = b"x-telegram-bot-api-secret-token"

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class Webhook:
    """An ASGI application that takes updates.

    Args:
        bot: whose updates they are.
        intake: keeps them.
        url: the public https address under which this application is reached.
        secret: what Telegram sends along, to be told from others; 1 to 256 of ``A-Za-z0-9_-``.
        sleep: waits between tries to register the address.
    """

    def __init__(self, bot: Bot, intake: Intake, url: str, secret: str, sleep: Sleep = asyncio.sleep) -> None:
        if not secret:
            raise ValueError("A webhook needs WERKMAAT_TELEGRAM_WEBHOOK_SECRET")
        self._bot = bot
        self._intake = intake
        self._url = url
        self._secret = secret.encode()
        self._sleep = sleep
        self._trouble = Trouble("Setting the webhook", intake.clock)
        self._registered = False

    async def run(self, stop: asyncio.Event) -> None:
        """Tell Telegram the address, then stay until ``stop`` is set. The address stays known to Telegram."""
        await until_first(self._register(), stop.wait())
        await stop.wait()
        await self._intake.settled()

    def healthy(self) -> bool:
        """Whether Telegram knows the address."""
        return self._registered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await _answer(send, await self._status(scope, receive))

    async def _status(self, scope: Scope, receive: Receive) -> HTTPStatus:
        headers = dict(scope["headers"])
        if scope["method"] != "POST":
            return HTTPStatus.METHOD_NOT_ALLOWED
        if not hmac.compare_digest(headers.get(SECRET_HEADER, b""), self._secret):
            return HTTPStatus.FORBIDDEN
        body = await _body(receive)
        if body is None:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        try:
            return self._take(json.loads(body))
        except (ValueError, RecursionError):
            return HTTPStatus.BAD_REQUEST

    def _take(self, raw: Any) -> HTTPStatus:
        try:
            number = self._intake.take(raw)
        except Exception as error:  # the store is out of order: Telegram delivers again later
            log.error("An update could not be kept: %s", describe(error))
            return HTTPStatus.SERVICE_UNAVAILABLE
        return HTTPStatus.OK if number is not None else HTTPStatus.BAD_REQUEST

    async def _register(self) -> None:
        address = {"url": self._url, "secret_token": self._secret.decode(), "allowed_updates": list(WANTED)}
        while not self._registered:
            try:
                await call(self._bot, "setWebhook", address)
                self._registered = True
                self._trouble.over()
            except Exception as error:  # whatever happens, it is tried again
                await self._sleep(self._trouble.met(error).total_seconds())


async def remove(bot: Bot) -> None:
    """Take an earlier webhook away, as long polling needs it; updates that wait are kept. Raises TelegramError."""
    await call(bot, "deleteWebhook", {"drop_pending_updates": False})


async def _body(receive: Receive) -> bytes | None:
    """The whole body; None when it is too large."""
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST_BODY:
            return None
    return body


async def _answer(send: Send, status: HTTPStatus) -> None:
    headers = [(b"content-length", b"0")]
    await send({"type": "http.response.start", "status": status.value, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
