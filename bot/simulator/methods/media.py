"""sendPhoto, sendVoice, sendAudio, sendDocument."""

from typing import Any

from bot.simulator.botapi.parameters import Parameter, array, boolean, file, integer, text
from bot.simulator.botapi.registry import Call, method
from bot.simulator.errors import bad_request
from bot.simulator.files import KINDS, PHOTO_TYPES, Upload, described, fitting_kind, photo_details
from bot.simulator.formatting.text import formatted
from bot.simulator.formatting.units import units
from bot.simulator.media import mime_type
from bot.simulator.methods.chats import CHAT_ID
from bot.simulator.methods.sending import DELIVERY, PARSE_MODE, send
from bot.simulator.records import File, Json

MOST_CAPTION = 1024
MOST_PHOTO_BYTES = 10 * 1024 * 1024
MOST_PHOTO_SIDES = 10_000
CAPTION = (Parameter("caption", text), PARSE_MODE, Parameter("caption_entities", array))
ABOVE = Parameter("show_caption_above_media", boolean)
SPOILER = Parameter("has_spoiler", boolean)
DURATION = Parameter("duration", integer)
THUMBNAIL = Parameter("thumbnail", file)


def _media(kind: str) -> Parameter:
    return Parameter(kind, file, f"there is no {kind} in the request")


@method("sendPhoto", CHAT_ID, _media("photo"), *CAPTION, ABOVE, SPOILER, *DELIVERY)
def send_photo(call: Call) -> Json:
    """Send a picture."""
    extra = {
        name: True
        for name, given in (
            ("show_caption_above_media", call["show_caption_above_media"]),
            ("has_media_spoiler", call["has_spoiler"]),
        )
        if given
    }
    return _send(call, "photo", extra)


@method("sendVoice", CHAT_ID, _media("voice"), *CAPTION, DURATION, *DELIVERY)
def send_voice(call: Call) -> Json:
    """Send a voice message; what is no OGG with Opus, MP3 or M4A arrives as a document."""
    return _send(call, "voice", {}, duration=call["duration"] or 0)


@method(
    "sendAudio",
    CHAT_ID,
    _media("audio"),
    *CAPTION,
    DURATION,
    Parameter("performer", text),
    Parameter("title", text),
    THUMBNAIL,
    *DELIVERY,
)
def send_audio(call: Call) -> Json:
    """Send music or speech for the player."""
    details = {"duration": call["duration"] or 0, "performer": call["performer"], "title": call["title"]}
    return _send(call, "audio", {}, **details)


@method(
    "sendDocument",
    CHAT_ID,
    _media("document"),
    THUMBNAIL,
    *CAPTION,
    Parameter("disable_content_type_detection", boolean),
    *DELIVERY,
)
def send_document(call: Call) -> Json:
    """Send a file."""
    return _send(call, "document", {})


def caption_content(call: Call) -> Json:
    """Return the caption and its entities, nothing without one.

    Raises:
        Refusal: it is too long, or its entities cannot be parsed.
    """
    words, entities = formatted(call["caption"] or "", call["parse_mode"], call["caption_entities"])
    if units(words) > MOST_CAPTION:
        raise bad_request("message caption is too long")
    if not words:
        return {}
    return {"caption": words, **({"caption_entities": entities} if entities else {})}


def _send(call: Call, kind: str, extra: Json, **details: Any) -> Json:
    caption = caption_content(call)
    call.open_chat()
    sent = _file(call, kind, details)
    return send(call, {sent.kind: described(sent), **caption, **extra})


def _file(call: Call, kind: str, details: Json) -> File:
    given = call[kind]
    if isinstance(given, str) and given.startswith("attach://"):
        given = call.uploads.get(given.removeprefix("attach://"))
        if given is None:
            raise bad_request(f"there is no {kind} in the request")
    if isinstance(given, str):
        return _known(call, kind, given)
    return _new(call, kind, given, details)


def _known(call: Call, kind: str, file_id: str) -> File:
    if file_id.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    known = call.bot.files.get(file_id)
    if not known:
        raise bad_request("wrong file identifier/HTTP URL specified")
    # Files other than photos pass for each other, and arrive as what they are.
    if known.kind != kind and "photo" in (known.kind, kind):
        raise bad_request(f"can't use file of type {KINDS[known.kind][0]} as {KINDS[kind][0]}")
    return known


def _new(call: Call, kind: str, upload: Upload, details: Json) -> File:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        details = _checked_photo(upload)
    kept_as = fitting_kind(kind, upload)
    if kept_as != kind:
        details = {}
    return call.exchange.files.add(call.bot, kept_as, upload, **details)


def _checked_photo(upload: Upload) -> Json:
    if len(upload.data) > MOST_PHOTO_BYTES:
        raise bad_request("file is too big for a photo")
    details = photo_details(upload)
    if mime_type(upload.data, upload.name) not in PHOTO_TYPES or not details:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = details["width"], details["height"]
    if width + height > MOST_PHOTO_SIDES or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return details
