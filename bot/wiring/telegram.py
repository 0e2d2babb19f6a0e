"""What commands ask Telegram."""

from bot.settings import Settings
from bot.telegram.bot import call, make_bot
from bot.telegram.trouble import describe


async def bot_name(settings: Settings) -> str:
    """The bot's username. Raises ConnectionError, with what to do, when it cannot be asked."""
    bot = make_bot(settings.token, settings.api_url)
    try:
        return str((await call(bot, "getMe", {}))["username"])
    except Exception as error:  # whatever keeps Telegram from answering
        hint = "start the demo with `werkmaat run`" if settings.demo else "check WERKMAAT_TELEGRAM_TOKEN"
        raise ConnectionError(f"{settings.api_url} does not tell the bot's name ({describe(error)}): {hint}") from None
    finally:
        await bot.shutdown()
