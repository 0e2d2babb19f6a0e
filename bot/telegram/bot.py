"""The way to the Bot API: one ``Bot`` for any server, and silence in the logs."""

import logging
import warnings
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest, HTTPXRequest
from telegram.warnings import PTBUserWarning

CONNECTIONS = 32
READ_SECONDS = 20.0
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


def make_bot(token: str, api_url: str, request: BaseRequest | None = None) -> Bot:
    """The bot that everything in this room calls.

    Args:
        token: the bot's token, as BotFather gives it.
        api_url: the address of the Bot API server, such as ``https://api.telegram.org``.
        request: another network, for tests.
    """
    keep_quiet()
    url = api_url.rstrip("/")
    return Bot(
        token,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=request or _network(url, CONNECTIONS),
        get_updates_request=request or _network(url, 2),
    )


def bot_id(bot: Bot) -> int:
    """The bot's own Telegram id, which its token begins with."""
    return int(bot.token.partition(":")[0])


async def call(bot: Bot, method: str, parameters: dict[str, Any], read_timeout: float = READ_SECONDS) -> Any:
    """Call a method of the Bot API. Returns its result as plain JSON; raises TelegramError.

    ``read_timeout`` is in seconds.
    """
    try:
        return await bot.do_api_request(method, api_kwargs=parameters, read_timeout=read_timeout)
    except KeyError:
        raise TelegramError("The server's answer holds no result") from None


def keep_quiet() -> None:
    """Keep the token (httpx logs addresses) and learners' words (the library logs whole updates) out of every log."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    # Raw calls are meant here: answers are read as JSON, one by one.
    warnings.filterwarnings("ignore", message="Please use 'Bot", category=PTBUserWarning)


def _network(url: str, connections: int) -> HTTPXRequest:
    # A proxy of the environment leads out, never to a server on this machine.
    around_proxies = {"trust_env": False} if urlsplit(url).hostname in THIS_MACHINE else {}
    return HTTPXRequest(
        connection_pool_size=connections,
        write_timeout=20,
        connect_timeout=10,
        pool_timeout=10,
        httpx_kwargs=around_proxies,
    )
