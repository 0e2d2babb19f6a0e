"""A bot whose Bot API server runs in the same process: nothing goes over a network."""

from collections.abc import Callable, Coroutine
from typing import Any

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.telegram.bot import make_bot

ADDRESS = "http://within"

App = Callable[..., Coroutine[Any, Any, None]]


def bot_within(token: str, server: App) -> Bot:
    """The bot of this token, before a server that is an ASGI application."""
    return make_bot(token, ADDRESS, HTTPXRequest(httpx_kwargs={"transport": httpx.ASGITransport(server)}))
