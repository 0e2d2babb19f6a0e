"""From a raw update to an Incoming: each kind has a deliberate reading, or a deliberate silence."""

import logging
import re
from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User, Voice
from telegram.constants import ChatMemberStatus, ChatType

from bot.journeys.incoming import Incoming, Kind, Pressed
from bot.telegram.rich import words_of

log = logging.getLogger(__name__)

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update that the bot asks Telegram for."""

COMMAND = re.compile(r"/([a-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL | re.ASCII)
BUTTON = re.compile(r"([a-z_]{1,20}):([\w-]{1,24}):(.+)", re.ASCII)

MEDIA = (
    "animation", "audio", "checklist", "contact", "dice", "document", "game", "invoice", "live_photo", "paid_media",
    "photo", "poll", "sticker", "story", "venue", "location", "video", "video_note",
)  # fmt: skip
"""What a message may hold instead of words. An animation is also a document and a venue a location: first wins."""

PLAIN = frozenset({"update_id", "message_id", "date", "id", "from", "chat", "chat_instance", "text", "caption", "data"})
"""The fields that say the most; all others may come in a form that the library does not know."""

MEMBERSHIP = {ChatMemberStatus.BANNED.value: Kind.BLOCKED, ChatMemberStatus.MEMBER.value: Kind.UNBLOCKED}


def chat_of(raw: dict[str, Any]) -> int | None:
    """The chat whose turn an update is; None when there is none. Never raises."""
    try:
        return _understood(raw).chat_id or None
    except Exception:  # whoever reads it afterwards says so
        return None


def read(raw: dict[str, Any]) -> Incoming:
    """What an update says; a malformed one is SILENT, and never raises."""
    try:
        return _understood(raw)
    except Exception as error:  # whatever the library stumbles over
        number = update_id(raw) or 0
        log.warning("Update %s cannot be read (%s) and is left unanswered", number, type(error).__name__)
        return Incoming(Kind.SILENT, number, chat_id=0)


def update_id(raw: Any) -> int | None:
    """The number of a raw update; None when it is not an update at all."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if _is_id(number) else None


def _understood(raw: dict[str, Any]) -> Incoming:
    try:
        return _checked(_incoming(Update.de_json(raw)))
    except Exception:  # of a part, perhaps, that nothing depends on: better an answer too many
        return _checked(_incoming(Update.de_json(_plain(raw))))


def _plain(raw: dict[str, Any]) -> dict[str, Any]:
    """An update without the parts that the library may stumble over; what is left says that there were some."""
    plain: dict[str, Any] = {name: value for name, value in raw.items() if name in PLAIN}
    contents = {kind: _plain(raw[kind]) | {"unreadable": True} for kind in WANTED if isinstance(raw.get(kind), dict)}
    return plain | contents


def _incoming(update: Update) -> Incoming:
    chat, user = _who(update)
    if chat is None or user is None or chat.type != ChatType.PRIVATE:
        return Incoming(Kind.SILENT, update.update_id, chat_id=0)
    message = update.effective_message
    heard = Incoming(
        Kind.SILENT,
        update.update_id,
        chat.id,
        message_id=message.message_id if message else None,
        language_code=user.language_code,
        first_name=user.first_name,
    )
    return replace(heard, **_what(update))


def _who(update: Update) -> tuple[Chat | None, User | None]:
    """The chat and the person of an update that is for us."""
    if update.callback_query and not update.callback_query.message:
        # The message is gone: a private chat has the person's own id.
        user = update.callback_query.from_user
        return Chat(user.id, ChatType.PRIVATE), user
    if any(getattr(update, kind) for kind in WANTED):
        return update.effective_chat, update.effective_user
    return None, None


def _what(update: Update) -> dict[str, Any]:
    if update.message:
        return _message(update.message)
    if update.edited_message:
        return {"kind": Kind.EDITED, "text": _words(update.edited_message)}
    if update.callback_query:
        return _query(update.callback_query)
    return _membership(update.my_chat_member)


def _message(message: Message) -> dict[str, Any]:
    words = _words(message)
    command = COMMAND.fullmatch(message.text) if message.text else None
    if command:
        argument = (command[2] or "").strip()
        return {"kind": Kind.COMMAND, "command": command[1].lower(), "argument": argument, "text": argument}
    if message.voice:
        return {"kind": Kind.VOICE, "text": words, **_voice(message.voice)}
    media = next((name for name in MEDIA if getattr(message, name)), None)
    if media:
        return {"kind": Kind.OTHER, "media": media, "text": words, **_photo(message)}
    if words:
        return {"kind": Kind.TEXT, "text": words}
    # What the library does not know yet may be something that a person sent: better an answer too many.
    return {"kind": Kind.OTHER, "media": "unknown"} if message.api_kwargs else {"kind": Kind.SILENT}


def _voice(voice: Voice) -> dict[str, Any]:
    # As Telegram said it: the library is about to make another type of its attribute.
    return {"file_id": voice.file_id, "seconds": int(voice.to_dict()["duration"])}


def _photo(message: Message) -> dict[str, Any]:
    """The largest form of a photo; nothing of any other content."""
    return {"file_id": message.photo[-1].file_id} if message.photo else {}


def _words(message: Message) -> str:
    return message.text or message.caption or words_of(message.api_kwargs.get("rich_message"))


def _query(query: CallbackQuery) -> dict[str, Any]:
    button = BUTTON.fullmatch(query.data or "")
    if button is None:
        return {"kind": Kind.OTHER, "media": "old_button"}
    return {"kind": Kind.BUTTON, "pressed": Pressed(button[1], button[2], button[3])}


def _membership(changed: ChatMemberUpdated | None) -> dict[str, Any]:
    status = changed.new_chat_member.status if changed else ""
    return {"kind": MEMBERSHIP.get(status, Kind.SILENT)}


def _checked(incoming: Incoming) -> Incoming:
    """Refuse values of another type than Telegram's: the library takes them as they come."""
    said = (incoming.text, incoming.first_name or "", incoming.language_code or "", incoming.file_id or "")
    if not all(isinstance(words, str) for words in said):
        raise TypeError("a text is not a text")
    if not all(map(_is_id, (incoming.update_id, incoming.chat_id, incoming.message_id or 0, incoming.seconds))):
        raise TypeError("an id is not an id")
    return incoming


def _is_id(number: object) -> bool:
    """Whether it is a number that fits the columns for ids."""
    return isinstance(number, int) and not isinstance(number, bool) and abs(number) < 2**63
