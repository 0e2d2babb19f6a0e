"""What commands ask Telegram."""

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
