"""What a person does with buttons: press keys below the input field, tap buttons below a message."""

from collections.abc import Iterator

from bot.simulator.errors import PhoneProblem
from bot.simulator.markup import is_inline
from bot.simulator.methods.callbacks import QUERY_SECONDS
from bot.simulator.people import phone_user
from bot.simulator.phone.attachments import send_contact, send_location
from bot.simulator.phone.talk import Talk
from bot.simulator.phone.words import words_content
from bot.simulator.records import Json, Message, Query


def press(talk: Talk, body: Json) -> Message:
    """Press the key labelled `text` of the keyboard below the input field."""
    talk.require_open()
    keyboard = talk.chat.keyboard or {}
    keys = [key for row in keyboard.get("keyboard", []) for key in row if key["text"] == body.get("text")]
    if not keys:
        raise PhoneProblem(404, f"The keyboard shows no key {body.get('text')!r}.")
    if keyboard.get("one_time_keyboard"):
        talk.chat.keyboard = None
    if keys[0].get("request_contact"):
        return send_contact(talk, {})
    if keys[0].get("request_location"):
        return send_location(talk, {})
    return talk.send(words_content(body["text"]))


def tap(talk: Talk, body: Json) -> Json:
    """Tap an inline button.

    The button is named by its `data` or its label `text`, in the message `message_id` or in the last one that
    has such a button. Returns what the button does on the phone itself: `url` or `copy`, or the `query` sent.
    """
    talk.require_open()
    message, button = _button(talk, body)
    if "url" in button:
        return {"url": button["url"]}
    if "copy_text" in button:
        return {"copy": button["copy_text"]["text"]}
    return {"query": _query(talk, message, button.get("callback_data", ""))}


def _button(talk: Talk, body: Json) -> tuple[Message, Json]:
    field, name = ("callback_data", body["data"]) if "data" in body else ("text", body.get("text"))
    for message, button in _buttons(talk):
        if body.get("message_id") in (None, message.id) and button.get(field) == name:
            return message, button
    raise PhoneProblem(404, f"No message shows the button {body.get('text') or body.get('data')!r}.")


def _buttons(talk: Talk) -> Iterator[tuple[Message, Json]]:
    for message in reversed(talk.chat.messages):
        if is_inline(message.markup) and not message.deleted:
            for row in (message.markup or {})["inline_keyboard"]:
                yield from ((message, button) for button in row)


def _query(talk: Talk, message: Message, data: str) -> str:
    bot, now = talk.bot, talk.exchange.now()
    bot.last_query += 1
    query = Query(f"{bot.id}{bot.last_query:08}", talk.phone.id, message.id, now)
    bot.queries = {key: kept for key, kept in bot.queries.items() if now - kept.at <= QUERY_SECONDS}
    bot.queries[query.id] = query
    content = {
        "id": query.id,
        "from": phone_user(talk.phone),
        "message": message.body,
        "chat_instance": str(talk.phone.id),
        "data": data,
    }
    talk.exchange.update(bot, "callback_query", content)
    return query.id
