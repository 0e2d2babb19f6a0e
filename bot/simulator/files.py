"""Files that bots and phones send: kept once, sent again by their id."""

import mimetypes
from dataclasses import dataclass
from typing import Any

from bot.simulator.media import mime_type, picture_size
from bot.simulator.records import Bot, File, Json
from bot.simulator.storage import FileFolder

# What a kind is called in Telegram's errors, and the folder of its path.
KINDS = {
    "photo": ("Photo", "photos"),
    "voice": ("VoiceNote", "voice"),
    "audio": ("Audio", "music"),
    "document": ("Document", "documents"),
    "sticker": ("Sticker", "stickers"),
}
# A bigger voice message arrives as a file.
MOST_VOICE_BYTES = 1024 * 1024
VOICE_TYPES = frozenset({"audio/ogg", "audio/mpeg", "audio/mp4"})
# An OGG file says in its first page what is in it; Telegram plays Opus alone as a voice message.
OPUS_HEAD = slice(28, 36), b"OpusHead"
PHOTO_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


@dataclass(frozen=True)
class Upload:
    """A file as it came in a request."""

    name: str
    data: bytes


class Files:
    """Keeps contents in a folder and their descriptions with the bot."""

    def __init__(self, folder: FileFolder) -> None:
        self._folder = folder

    def add(self, bot: Bot, kind: str, upload: Upload, **details: Any) -> File:
        """Keep `upload`, with details such as `duration` (seconds) to be shown with it."""
        bot.last_file += 1
        mime = mime_type(upload.data, upload.name)
        suffix = mimetypes.guess_extension(mime) or ".bin"
        file = File(
            id=f"sim-{kind}-{bot.id}-{bot.last_file}",
            kind=kind,
            path=f"{KINDS[kind][1]}/file_{bot.last_file}{suffix}",
            name=upload.name,
            mime_type=mime,
            size=len(upload.data),
            details={name: value for name, value in details.items() if value is not None},
        )
        bot.files[file.id] = file
        self._folder.write(f"{bot.id}/{file.path}", upload.data)
        return file

    def read(self, bot: Bot, file: File) -> bytes:
        """Return the contents of a file of this bot."""
        return self._folder.read(f"{bot.id}/{file.path}")


def fitting_kind(kind: str, upload: Upload) -> str:
    """Return as what Telegram keeps `upload` when it was sent as `kind`: what does not fit is a document."""
    mime = mime_type(upload.data, upload.name)
    if kind == "voice" and not _is_voice(mime, upload.data):
        return "document"
    if kind == "audio" and not mime.startswith("audio/"):
        return "document"
    return kind


def _is_voice(mime: str, data: bytes) -> bool:
    place, opus = OPUS_HEAD
    return mime in VOICE_TYPES and len(data) <= MOST_VOICE_BYTES and (mime != "audio/ogg" or data[place] == opus)


def described(file: File) -> Json | list[Json]:
    """Return the file as a message shows it: PhotoSize list, Voice, Audio, Document or Sticker."""
    shown: Json = {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        **file.details,
    }
    if file.kind == "photo":
        return [shown]
    if file.kind == "sticker":
        return shown
    shown["mime_type"] = file.mime_type
    if file.kind != "voice" and file.name:
        shown["file_name"] = file.name
    return shown


def photo_details(upload: Upload) -> Json | None:
    """Return width and height of a picture that Telegram takes as a photo; None if it is none."""
    size = picture_size(upload.data)
    return {"width": size[0], "height": size[1]} if size else None
