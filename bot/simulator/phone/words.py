"""What a person does with words: write, call a command, open an invitation, edit."""

import re

from bot.simulator.errors import PhoneProblem
from bot.simulator.formatting.text import formatted
from bot.simulator.formatting.units import units
from bot.simulator.methods.sending import MOST_TEXT, reply_to
from bot.simulator.people import username
from bot.simulator.phone.talk import Talk
from bot.simulator.records import Json, Message

LINK = re.compile(r"(?:https?://)?t\.me/(\w+)(?:\?start=([\w-]{1,64}))?")


def write(talk: Talk, body: Json) -> Message:
    """Send `text`, if wanted as a reply to the message `reply_to`."""
    content = words_content(body.get("text"))
    if body.get("reply_to"):
        content |= reply_to(talk.message(body["reply_to"]), {})
    return talk.send(content)


def command(talk: Talk, body: Json) -> Message:
    """Send the command `command`, with or without its slash."""
    return talk.send(words_content("/" + str(body.get("command", "")).removeprefix("/")))


def open_link(talk: Talk, body: Json) -> Message:
    """Open `link`, t.me/<bot>?start=CODE, and press START."""
    link = LINK.fullmatch(str(body.get("link", "")).strip())
    if not link or link[1].lower() != username(talk.bot).lower():
        raise PhoneProblem(400, f"An invitation link looks like https://t.me/{username(talk.bot)}?start=CODE")
    return talk.send(words_content(f"/start {link[2]}" if link[2] else "/start"))


def edit(talk: Talk, body: Json) -> Message:
    """Change the text of the message `message_id`, or of the last text that the person sent."""
    talk.require_open()
    named = body.get("message_id")
    message = next((own for own in _own_texts(talk) if named in (None, own.id)), None)
    if not message:
        raise PhoneProblem(404, "There is no text of one's own to edit.")
    kept = {name: value for name, value in message.body.items() if name != "entities"}
    message.body = {**kept, **words_content(body.get("text")), "edit_date": talk.exchange.now()}
    talk.exchange.show(talk.bot, talk.chat, message)
    talk.exchange.update(talk.bot, "edited_message", message.body)
    return message


def _own_texts(talk: Talk) -> list[Message]:
    """Return what can be edited, the last first."""
    shown = (message for message in talk.chat.messages if not message.deleted and not message.from_bot)
    return [message for message in shown if "text" in message.body][::-1]


def words_content(text: object) -> Json:
    """Return the content of a message with this text.

    Raises:
        PhoneProblem: it is empty or too long for one message.
    """
    words, entities = formatted(str(text or ""), None, None)
    if not words or units(words) > MOST_TEXT:
        raise PhoneProblem(400, f"A text has 1 to {MOST_TEXT} characters.")
    return {"text": words, **({"entities": entities} if entities else {})}
