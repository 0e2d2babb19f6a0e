"""From a reply, as keys and values, to calls of the Bot API, in the learner's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from telegram import InputFile

from bot.i18n import Catalogues, Verbatim
from bot.journeys.reply import Reply
from bot.telegram import keyboards
from bot.telegram.attachments import File
from bot.telegram.drawing import drawn
from bot.telegram.keyboards import Look
from bot.telegram.splitting import length, shown, split

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
"""Telegram's own limits, in UTF-16 units."""


@dataclass(frozen=True)
class Call:
    """A method of the Bot API and what it is given. ``file`` is the file of the content that it sends."""

    method: str
    parameters: dict[str, Any]
    file: File | None = None


@dataclass(frozen=True)
class Aloud:
    """What is heard before a reply is read, and what then stands on its buttons."""

    file: File
    look: Look


def new_messages(
    reply: Reply,
    chat_id: int,
    language: str,
    catalogues: Catalogues,
    files: Sequence[File] = (),
    aloud: Aloud | None = None,
) -> list[Call]:
    """The messages that say a reply: one, or several when it has files or is too long; the last bears the keyboard.

    ``files`` are those that were found of its sound and its image; ``aloud`` is what is heard before all of them.
    """
    text = _text(reply, language, catalogues, files)
    before = [*([aloud.file] if aloud else []), *files]
    sent = [*(Call(file.method, file.parameters, file) for file in before), *_made(reply, language, catalogues)]
    calls = _with_files(text, sent) if sent else _messages(text)
    common: dict[str, Any] = {"chat_id": chat_id, "disable_notification": reply.silent}
    keyboard = _keyboard(reply, language, catalogues, aloud.look if aloud else Look.WORDS)
    calls[-1].parameters.update({"reply_markup": keyboard} if keyboard else {})
    return [replace(call, parameters={**common, **call.parameters}) for call in calls]


def edits(
    reply: Reply, chat_id: int, message_id: int, language: str, catalogues: Catalogues, files: Sequence[File] = ()
) -> list[Call]:
    """The ways to change an earlier message into this reply, the likeliest first; none when only a new one can hold it.

    What has a sound, an image or a paper may be a file with a caption, or a text where the file was not found.
    """
    text = _text(reply, language, catalogues, files)
    if reply.document or reply.picture:
        return []
    # Without reply_markup the earlier message loses its buttons.
    markup = {"reply_markup": keyboards.buttons(reply.buttons, language, catalogues)} if reply.buttons else {}
    place = {"chat_id": chat_id, "message_id": message_id, **markup}
    as_text = Call("editMessageText", {**place, **_message(text).parameters})
    as_caption = Call("editMessageCaption", {**place, **_caption(text)})
    ways = [(as_text, LONGEST_TEXT)]
    if reply.sound or reply.image or reply.paper or reply.spoken:
        ways.insert(0 if files or reply.spoken else 1, (as_caption, LONGEST_CAPTION))
    return [call for call, longest in ways if length(text) <= longest]


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
    return replace(call, parameters=plain)


def uploaded(call: Call, file: File) -> Call:
    """The same call with the file itself in place of what Telegram called it."""
    return Call(call.method, {**call.parameters, **file.parameters}, file)


def _text(reply: Reply, language: str, catalogues: Catalogues, files: Sequence[File]) -> str:
    lines = (" ".join(catalogues.html(part, language) for part in line) for line in reply.lines)
    text = "\n".join(lines)
    if reply.paper and not any(file.kind == "photo" for file in files):
        # What cannot be seen is read; then it need not be read once more for what cannot be heard.
        return "\n".join([*(catalogues.html(Verbatim(line), language) for line in reply.paper), "", text])
    if reply.sound and reply.sound.words not in shown(text) and not any(file.kind == "voice" for file in files):
        # What cannot be heard is read.
        return f"{text}\n{catalogues.html(Verbatim(reply.sound.words), language)}".lstrip()
    return text


def _messages(text: str) -> list[Call]:
    return [_message(piece) for piece in split(text, LONGEST_TEXT)]


def _message(text: str) -> Call:
    quiet = {"link_preview_options": {"is_disabled": True}}
    return Call("sendMessage", {"text": text, "parse_mode": "HTML", **quiet})


def _caption(text: str) -> dict[str, str]:
    return {"caption": text, "parse_mode": "HTML"} if text else {}


def _made(reply: Reply, language: str, catalogues: Catalogues) -> list[Call]:
    """The file that is made for this reply alone; none when it has none, or its picture cannot be drawn."""
    if reply.document:
        return [Call("sendDocument", {"document": InputFile(reply.document.body, filename=reply.document.name)})]
    png = drawn(reply.picture, language, catalogues) if reply.picture else None
    return [Call("sendPhoto", {"photo": InputFile(png, filename="progress.png")})] if png else []


def _with_files(text: str, files: list[Call]) -> list[Call]:
    """Files, the last with the text as its caption, or before the text when that is too long for a caption."""
    if length(text) > LONGEST_CAPTION:
        return [*files, *_messages(text)]
    last = files[-1]
    return [*files[:-1], replace(last, parameters={**last.parameters, **_caption(text)})]


def _keyboard(reply: Reply, language: str, catalogues: Catalogues, look: Look) -> dict[str, Any] | None:
    if reply.buttons:
        return keyboards.buttons(reply.buttons, language, catalogues, look)
    return keyboards.menu(language, catalogues, look) if reply.menu else None
