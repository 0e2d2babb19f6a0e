"""What a person sends besides words: pictures, sound, files, stickers, places, contacts."""

from pathlib import Path

from bot.simulator.errors import PhoneProblem
from bot.simulator.files import Upload, described, photo_details
from bot.simulator.phone.talk import Talk
from bot.simulator.records import Json, Message

SAMPLES = Path(__file__).parents[1] / "static" / "samples"
GENK = {"latitude": 50.9653, "longitude": 5.5009}
# The range that Telegram keeps for numbers of nobody.
PHONE_NUMBER = "+99900{:06}"


def send_photo(talk: Talk, body: Json) -> Message:
    """Send the picture `file`, or a sample."""
    upload = _upload(body, "photo.png")
    details = photo_details(upload)
    if not details:
        raise PhoneProblem(400, "A photo is a PNG, JPEG, GIF or WebP file.")
    return _send(talk, "photo", upload, body, **details)


def send_voice(talk: Talk, body: Json) -> Message:
    """Send the recording `file` of `duration` seconds, or a sample."""
    duration = body.get("duration") or 1
    return _send(talk, "voice", _upload(body, "voice.ogg"), {}, duration=int(duration))


def send_document(talk: Talk, body: Json) -> Message:
    """Send the file `file`, or a sample."""
    return _send(talk, "document", _upload(body, "document.txt"), body)


def send_sticker(talk: Talk, body: Json) -> Message:
    """Send a sticker that stands for `emoji`."""
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    emoji = str(body.get("emoji") or "👍")
    return _send(talk, "sticker", _upload({}, "sticker.webp"), {}, **shape, emoji=emoji)


def send_location(talk: Talk, body: Json) -> Message:
    """Send a place, `latitude` and `longitude` in degrees, by default Genk."""
    place = {name: float(body.get(name, default)) for name, default in GENK.items()}
    return talk.send({"location": place})


def send_contact(talk: Talk, body: Json) -> Message:
    """Send one's own contact, or `first_name` and `phone_number` of another person."""
    own = {"phone_number": PHONE_NUMBER.format(talk.phone.id % 1_000_000), "user_id": talk.phone.id}
    contact: Json = own if "phone_number" not in body else {"phone_number": str(body["phone_number"])}
    return talk.send({"contact": {**contact, "first_name": str(body.get("first_name", talk.phone.first_name))}})


def _upload(body: Json, sample: str) -> Upload:
    file = body.get("file")
    if isinstance(file, Upload) and file.data:
        return file
    return Upload(sample, (SAMPLES / sample).read_bytes())


def _send(talk: Talk, kind: str, upload: Upload, body: Json, **details: object) -> Message:
    talk.require_open()
    file = talk.exchange.files.add(talk.bot, kind, upload, **details)
    caption = {"caption": str(body["caption"])} if body.get("caption") else {}
    return talk.send({kind: described(file), **caption})
