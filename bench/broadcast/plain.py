"""What one would write first: a plain loop over python-telegram-bot, with its own limiter."""

import asyncio
import multiprocessing
from collections.abc import Sequence
from contextlib import suppress

from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bench.crash.world import TOKEN
from bot.telegram.bot import keep_quiet


def send_plainly(url: str, chats: Sequence[int], text: str, tries: int) -> None:
    """Send a text to these chats, in another process, and wait for its end.

    Args:
        url: the simulator's address.
        chats: the chats, one after the other.
        text: what is sent.
        tries: how often the limiter tries again after a 429; a message that fails is left.
    """
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(url, chats, text, tries))
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"The plain loop ended with exit code {process.exitcode}")


def _run(url: str, chats: Sequence[int], text: str, tries: int) -> None:
    keep_quiet()
    asyncio.run(_loop(url, chats, text, tries))


async def _loop(url: str, chats: Sequence[int], text: str, tries: int) -> None:
    # No proxy of the environment stands between two processes of this machine.
    network = HTTPXRequest(httpx_kwargs={"trust_env": False})
    async with ExtBot(
        TOKEN, base_url=f"{url}/bot", request=network, rate_limiter=AIORateLimiter(max_retries=tries)
    ) as bot:
        for chat in chats:
            with suppress(TelegramError):
                await bot.send_message(chat, text)
