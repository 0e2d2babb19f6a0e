"""What commands and pages ask Telegram."""

import asyncio
from typing import Any

from bot.settings import Settings
from bot.telegram.bot import call, make_bot
from bot.telegram.trouble import ADVICE, describe


class NoAnswer(ConnectionError):
    """Telegram refuses, or cannot be reached; ``to_do`` says what helps."""

    def __init__(self, settings: Settings, error: Exception) -> None:
        known = next((advice for kind, advice in ADVICE.items() if isinstance(error, kind)), None)
        reach = f"see that this machine reaches {settings.api_url}, and check WERKMAAT_TELEGRAM_API_URL"
        self.to_do = "start the demo with `werkmaat run`" if settings.demo else known or reach
        super().__init__(f"no answer to be used ({describe(error)})")


async def ask(settings: Settings, method: str) -> Any:
    """Call a method of the Bot API that takes no parameters. Raises NoAnswer."""
    bot = make_bot(settings.token, settings.api_url)
    try:
        return await call(bot, method, {})
    except Exception as error:  # whatever keeps Telegram from answering
        raise NoAnswer(settings, error) from None
    finally:
        await bot.shutdown()


async def bot_name(settings: Settings) -> str:
    """The bot's username. Raises ConnectionError, with what to do, when it cannot be asked."""
    try:
        return str((await ask(settings, "getMe"))["username"])
    except NoAnswer as error:
        raise ConnectionError(f"{settings.api_url} does not tell the bot's name, {error}: {error.to_do}") from None


def name_or_none(settings: Settings) -> str | None:
    """The bot's username; None when Telegram does not tell. It blocks: call it in a thread."""
    try:
        return asyncio.run(bot_name(settings))
    except ConnectionError:
        return None


def fetch_file(settings: Settings, file_id: str) -> bytes | None:
    """A file that a learner sent; None when Telegram does not give it. It blocks: call it in a thread."""
    return asyncio.run(_fetched(settings, file_id))


async def _fetched(settings: Settings, file_id: str) -> bytes | None:
    bot = make_bot(settings.token, settings.api_url)
    try:
        found = await bot.get_file(file_id)
        return bytes(await found.download_as_bytearray())
    except Exception:  # whatever keeps Telegram from answering; files are gone there after a while
        return None
    finally:
        await bot.shutdown()
