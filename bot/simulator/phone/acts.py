"""Everything that can be done with a phone, by the name it has in the phones' API."""

from collections.abc import Callable

from bot.simulator.phone import attachments, buttons, standing, words
from bot.simulator.phone.talk import Talk
from bot.simulator.records import Json, Message

Act = Callable[[Talk, Json], Message | Json]

ACTS: dict[str, Act] = {
    "text": words.write,
    "command": words.command,
    "open": words.open_link,
    "edit": words.edit,
    "press": buttons.press,
    "tap": buttons.tap,
    "photo": attachments.send_photo,
    "voice": attachments.send_voice,
    "document": attachments.send_document,
    "sticker": attachments.send_sticker,
    "location": attachments.send_location,
    "contact": attachments.send_contact,
    "block": standing.block,
    "unblock": standing.unblock,
    "read": standing.read,
    "clear": standing.clear,
}
