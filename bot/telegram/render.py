"""From a reply, as keys and values, to calls of the Bot API, in the learner's language."""

from dataclasses import dataclass
from typing import Any

from telegram import InputFile

from bot.i18n import Catalogues
from bot.journeys.reply import Reply
from bot.telegram import keyboards
from bot.telegram.drawing import drawn
from bot.telegram.splitting import length, shown, split

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
"""Telegram's own limits, in UTF-16 units."""


@dataclass(frozen=True)
class Call:
    """A method of the Bot API and what it is given."""

    method: str
    parameters: dict[str, Any]


def new_messages(reply: Reply, chat_id: int, language: str, catalogues: Catalogues) -> list[Call]:
    """The messages that say a reply: one, or several when it is too long; the last one bears the keyboard."""
    text = _text(reply, language, catalogues)
    file = _file(reply, language, catalogues)
    calls = _with_file(text, file) if file else [_message(piece) for piece in split(text, LONGEST_TEXT)]
    common: dict[str, Any] = {"chat_id": chat_id, "disable_notification": reply.silent}
    keyboard = _keyboard(reply, language, catalogues)
    calls[-1].parameters.update({"reply_markup": keyboard} if keyboard else {})
    return [Call(call.method, {**common, **call.parameters}) for call in calls]


def edit(reply: Reply, chat_id: int, message_id: int, language: str, catalogues: Catalogues) -> Call | None:
    """The change of an earlier message into this reply; None when only a new message can hold it."""
    text = _text(reply, language, catalogues)
    if reply.document or reply.picture or length(text) > LONGEST_TEXT:
        return None
    # Without reply_markup the earlier message loses its buttons.
    markup = {"reply_markup": keyboards.buttons(reply.buttons, language, catalogues)} if reply.buttons else {}
    place = {"chat_id": chat_id, "message_id": message_id}
    return Call("editMessageText", {**place, **_message(text).parameters, **markup})


def deletion(chat_id: int, message_id: int) -> Call:
    """The removal of an earlier message."""
    return Call("deleteMessage", {"chat_id": chat_id, "message_id": message_id})


def without_markup(call: Call) -> Call:
    """The same call with plain words."""
    plain = {
        name: shown(value) if name in ("text", "caption") else value
        for name, value in call.parameters.items()
        if name != "parse_mode"
    }
    return Call(call.method, plain)


def _text(reply: Reply, language: str, catalogues: Catalogues) -> str:
    lines = (" ".join(catalogues.html(part, language) for part in line) for line in reply.lines)
    return "\n".join(lines)


def _message(text: str) -> Call:
    quiet = {"link_preview_options": {"is_disabled": True}}
    return Call("sendMessage", {"text": text, "parse_mode": "HTML", **quiet})


def _file(reply: Reply, language: str, catalogues: Catalogues) -> Call | None:
    """The file of a reply; None when it has none, or its picture cannot be drawn."""
    if reply.document:
        return Call("sendDocument", {"document": InputFile(reply.document.body, filename=reply.document.name)})
    png = drawn(reply.picture, language, catalogues) if reply.picture else None
    return Call("sendPhoto", {"photo": InputFile(png, filename="progress.png")}) if png else None


def _with_file(text: str, file: Call) -> list[Call]:
    """A file with the text as its caption, or after the text when that is too long for a caption."""
    if not text:
        return [file]
    if length(text) <= LONGEST_CAPTION:
        return [Call(file.method, {**file.parameters, "caption": text, "parse_mode": "HTML"})]
    return [*map(_message, split(text, LONGEST_TEXT)), file]


def _keyboard(reply: Reply, language: str, catalogues: Catalogues) -> dict[str, Any] | None:
    if reply.buttons:
        return keyboards.buttons(reply.buttons, language, catalogues)
    return keyboards.menu(language, catalogues) if reply.menu else None
