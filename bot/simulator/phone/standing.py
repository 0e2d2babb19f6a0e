"""How a person stands with the bot: blocked or not, read or not, and a chat emptied."""

from bot.simulator.people import bot_user, phone_user, private_chat
from bot.simulator.phone.talk import Talk
from bot.simulator.records import Json


def block(talk: Talk, _: Json) -> Json:
    """Block the bot."""
    return _membership(talk, blocked=True)


def unblock(talk: Talk, _: Json) -> Json:
    """Unblock the bot."""
    return _membership(talk, blocked=False)


def read(talk: Talk, _: Json) -> Json:
    """Read everything that has come."""
    if talk.chat.unread:
        talk.chat.unread = 0
        talk.exchange.show_chat(talk.bot, talk.chat)
    return {}


def clear(talk: Talk, _: Json) -> Json:
    """Empty the chat on the phone; the bot is not told."""
    talk.chat.messages, talk.chat.keyboard, talk.chat.unread = [], None, 0
    talk.exchange.announce({"event": "cleared", "bot": talk.bot.id, "phone": talk.phone.id})
    talk.exchange.show_chat(talk.bot, talk.chat)
    return {}


def _membership(talk: Talk, *, blocked: bool) -> Json:
    if talk.chat.blocked == blocked:
        return {}
    talk.chat.blocked = blocked
    user = bot_user(talk.bot)
    member: Json = {"user": user, "status": "member"}
    banned: Json = {"user": user, "status": "kicked", "until_date": 0}
    old, new = (member, banned) if blocked else (banned, member)
    content = {
        "chat": private_chat(talk.phone),
        "from": phone_user(talk.phone),
        "date": talk.exchange.now(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    talk.exchange.show_chat(talk.bot, talk.chat)
    talk.exchange.update(talk.bot, "my_chat_member", content)
    return {}
