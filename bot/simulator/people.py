"""Bots, phones and chats as the Bot API shows them."""

from bot.simulator.records import Bot, Json, Phone

DEFAULT_NAME = "Werkmaat"


def username(bot: Bot) -> str:
    """Return the bot's username, as in t.me links."""
    return f"werkmaat_{bot.id}_bot"


def bot_user(bot: Bot) -> Json:
    """Return the bot as a User."""
    name = bot.names.get("") or DEFAULT_NAME
    return {"id": bot.id, "is_bot": True, "first_name": name, "username": username(bot)}


def phone_user(phone: Phone) -> Json:
    """Return the person with the phone as a User."""
    return {"id": phone.id, "is_bot": False, **_names(phone), "language_code": phone.language_code}


def private_chat(phone: Phone) -> Json:
    """Return the private chat with the phone as a Chat."""
    return {"id": phone.id, "type": "private", **_names(phone)}


def in_language(texts: dict[str, str], language: str) -> str:
    """Return the text for `language`, else the one for everybody."""
    return texts.get(language) or texts.get("", "")


def _names(phone: Phone) -> Json:
    names = {"first_name": phone.first_name, "last_name": phone.last_name, "username": phone.username}
    return {field: name for field, name in names.items() if name}
