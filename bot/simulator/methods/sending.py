"""sendMessage, and what every message of a bot has in common."""

from typing import Any

from bot.simulator.botapi.parameters import Parameter, array, boolean, mapping, not_simulated, structure, text
from bot.simulator.botapi.registry import Call, method
from bot.simulator.errors import bad_request
from bot.simulator.formatting.text import formatted
from bot.simulator.formatting.units import units
from bot.simulator.markup import checked_markup, is_inline
from bot.simulator.methods.chats import CHAT_ID
from bot.simulator.people import bot_user, private_chat
from bot.simulator.records import Chat, Json, Message

MOST_TEXT = 4096
REPLY_MARKUP = Parameter("reply_markup", structure, unreadable="can't parse reply keyboard markup JSON object")
PARSE_MODE = Parameter("parse_mode", text)
LINK_PREVIEW = Parameter("link_preview_options", mapping, unreadable="can't parse link preview options JSON object")
ENTITIES = Parameter("entities", array, unreadable="can't parse entities JSON object")
DELIVERY = (
    Parameter("disable_notification", boolean),
    Parameter("protect_content", boolean),
    Parameter("reply_parameters", structure, unreadable="can't parse reply parameters JSON object"),
    REPLY_MARKUP,
    *not_simulated(
        "business_connection_id",
        "message_thread_id",
        "direct_messages_topic_id",
        "allow_paid_broadcast",
        "message_effect_id",
        "suggested_post_parameters",
    ),
)


@method(
    "sendMessage",
    CHAT_ID,
    Parameter("text", text, "message text is empty"),
    PARSE_MODE,
    ENTITIES,
    LINK_PREVIEW,
    *DELIVERY,
)
def send_message(call: Call) -> Json:
    """Send a text."""
    return send(call, text_content(call))


def text_content(call: Call) -> Json:
    """Return the text and entities of a message.

    Raises:
        Refusal: nothing is left of it, it is too long, or its entities cannot be parsed.
    """
    words, entities = formatted(call["text"], call["parse_mode"], call["entities"])
    if not words:
        raise bad_request("message text is empty")
    if units(words) > MOST_TEXT:
        raise bad_request("message is too long")
    return {"text": words, **({"entities": entities} if entities else {})}


def send(call: Call, content: Json) -> Json:
    """Post a message with this content to the chat of the call and return it."""
    markup = checked_markup(call["reply_markup"]) if call["reply_markup"] else None
    chat = call.open_chat()
    body = {
        "from": bot_user(call.bot),
        "chat": private_chat(call.phone()),
        "date": call.exchange.now(),
        **_reply(call, chat),
        **content,
        **({"has_protected_content": True} if call["protect_content"] else {}),
        **({"reply_markup": markup} if is_inline(markup) else {}),
    }
    message = Message(body, markup, silent=bool(call["disable_notification"]))
    chat.typing_until = 0
    chat.unread += 1
    call.exchange.post(call.bot, chat, message)
    _show_keyboard(call, chat, message)
    return message.body


def _reply(call: Call, chat: Chat) -> Json:
    parameters = call["reply_parameters"]
    if not parameters:
        return {}
    if not isinstance(parameters, dict) or not isinstance(parameters.get("message_id"), int):
        raise bad_request("can't parse reply parameters: expected an Object with message_id")
    return reply_to(chat.find(parameters["message_id"]), parameters)


def reply_to(message: Message | None, parameters: Json) -> Json:
    """Return the fields of a message that answers another one.

    Raises:
        Refusal: the other one is gone and must not be.
    """
    if message:
        shown = {name: value for name, value in message.body.items() if name != "reply_to_message"}
        return {"reply_to_message": shown}
    if parameters.get("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _show_keyboard(call: Call, chat: Chat, message: Message) -> None:
    markup: Any = message.markup
    if not markup or is_inline(markup):
        return
    chat.keyboard = None if markup.get("remove_keyboard") else markup
    chat.keyboard_message = message.id
    call.exchange.show_chat(call.bot, chat)
