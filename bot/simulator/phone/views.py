"""Messages, chats and bots as the page and the tests read them."""

from bot.simulator.exchange import Exchange
from bot.simulator.formatting.render import rendered
from bot.simulator.methods.commands import commands_for
from bot.simulator.people import DEFAULT_NAME, in_language, username
from bot.simulator.phone.talk import Talk
from bot.simulator.records import Bot, Json, Message, Phone

KINDS = ("text", "photo", "voice", "audio", "document", "sticker", "location", "contact")


def message_view(message: Message) -> Json:
    """Return a message: who sent what, how it is written, its markup and what became of it."""
    body = message.body
    text: str = body.get("text") or body.get("caption") or ""
    entities: list[Json] = body.get("entities") or body.get("caption_entities") or []
    kind = next((kind for kind in KINDS if kind in body), "text")
    return {
        "id": message.id,
        "from": "bot" if message.from_bot else "phone",
        "kind": kind,
        "text": text,
        "entities": entities,
        "html": rendered(text, entities),
        "markup": message.markup,
        "content": None if kind == "text" else body[kind],
        "reply_to": body.get("reply_to_message", {}).get("message_id"),
        "date": body["date"],
        "edited": "edit_date" in body,
        "silent": message.silent,
        "protected": body.get("has_protected_content", False),
        "deleted": message.deleted,
    }


def chat_view(talk: Talk) -> Json:
    """Return how the phone shows its chat with the bot, besides the messages."""
    chat, language = talk.chat, talk.phone.language_code[:2]
    return {
        "phone": phone_view(talk.phone),
        "bot": bot_view(talk.bot),
        "name": in_language(talk.bot.names, language) or DEFAULT_NAME,
        "description": in_language(talk.bot.descriptions, language),
        "commands": commands_for(talk.bot, talk.phone),
        "keyboard": chat.keyboard,
        "started": chat.started,
        "blocked": chat.blocked,
        "unread": chat.unread,
        "typing": max(0, chat.typing_until - talk.exchange.now()),
    }


def phone_view(phone: Phone) -> Json:
    """Return a phone."""
    return {
        "id": phone.id,
        "first_name": phone.first_name,
        "last_name": phone.last_name,
        "username": phone.username,
        "language_code": phone.language_code,
    }


def bot_view(bot: Bot) -> Json:
    """Return a bot."""
    return {"id": bot.id, "name": bot.names.get("") or DEFAULT_NAME, "username": username(bot)}


def phones_view(exchange: Exchange) -> list[Json]:
    """Return the phones that are in use."""
    return [phone_view(phone) for phone in exchange.state.phones.values() if not phone.removed]
