"""How the bot shows itself in Telegram: its commands, its descriptions, its menu button, in every own language."""

import logging

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.i18n import Catalogues, Text
from bot.telegram.bot import call
from bot.telegram.trouble import describe

log = logging.getLogger(__name__)

COMMANDS = (
    "start", "practise", "tip", "progress", "counsellor", "settings", "language", "pause", "resume", "mydata", "delete",
    "privacy", "help",
)  # fmt: skip
"""In the order of Telegram's menu; each is described by the message ``command.<name>``."""

EVERYBODY_ELSE = ""
"""Telegram's code for languages without a profile of their own; they read the fallback."""

TEXTS = {
    "description": ("MyDescription", "profile.description"),
    "short_description": ("MyShortDescription", "profile.short"),
}
"""Texts of the profile: how their methods end, and the message that each shows."""

MENU_BUTTON = {"type": "commands"}


async def set_profile(bot: Bot, catalogues: Catalogues) -> None:
    """Bring the profile at Telegram up to date, changing only what differs. Failures are logged, never raised.

    The bot's name stays what its owner gave it.
    """
    try:
        for language in (EVERYBODY_ELSE, *catalogues.languages):
            await _set_language(bot, language, catalogues)
        await _set_menu_button(bot)
    except TelegramError as error:
        log.warning("The bot's profile is not complete; the next start goes on with it: %s", describe(error))


async def _set_language(bot: Bot, language: str, catalogues: Catalogues) -> None:
    try:
        await _set_commands(bot, language, catalogues)
        await _set_texts(bot, language, catalogues)
    except BadRequest as error:
        log.warning("Telegram does not take the bot's profile in %r: %s", language, describe(error))


async def _set_menu_button(bot: Bot) -> None:
    if await call(bot, "getChatMenuButton", {}) != MENU_BUTTON:
        await call(bot, "setChatMenuButton", {"menu_button": MENU_BUTTON})


async def _set_commands(bot: Bot, language: str, catalogues: Catalogues) -> None:
    described = {name: catalogues.plain(Text(f"command.{name}"), language) for name in COMMANDS}
    commands = [{"command": name, "description": words} for name, words in described.items()]
    if await call(bot, "getMyCommands", {"language_code": language}) != commands:
        await call(bot, "setMyCommands", {"commands": commands, "language_code": language})


async def _set_texts(bot: Bot, language: str, catalogues: Catalogues) -> None:
    for field, (name, key) in TEXTS.items():
        words = catalogues.plain(Text(key), language)
        shown = await call(bot, f"get{name}", {"language_code": language})
        if shown.get(field) != words:
            await call(bot, f"set{name}", {field: words, "language_code": language})
