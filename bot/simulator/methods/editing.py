"""editMessageText, editMessageCaption, editMessageReplyMarkup."""

from bot.simulator.botapi.parameters import Parameter, boolean, integer, not_simulated, text
from bot.simulator.botapi.registry import Call, method
from bot.simulator.errors import bad_request
from bot.simulator.markup import checked_inline, is_inline
from bot.simulator.methods.media import CAPTION, caption_content
from bot.simulator.methods.sending import ENTITIES, LINK_PREVIEW, PARSE_MODE, REPLY_MARKUP, text_content
from bot.simulator.records import Json, Message

TARGET = (
    Parameter("chat_id", text),
    Parameter("message_id", integer),
    REPLY_MARKUP,
    *not_simulated("business_connection_id", "inline_message_id"),
)
MEDIA = ("photo", "voice", "audio", "document")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


@method(
    "editMessageText",
    *TARGET,
    Parameter("text", text, "message text is empty"),
    PARSE_MODE,
    ENTITIES,
    LINK_PREVIEW,
    *not_simulated("rich_message"),
)
def edit_message_text(call: Call) -> Json:
    """Replace the text and the inline keyboard of a message."""
    content = text_content(call)
    message = _editable(call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _edit(call, message, {"text": None, "entities": None, **content})


@method("editMessageCaption", *TARGET, *CAPTION, Parameter("show_caption_above_media", boolean))
def edit_message_caption(call: Call) -> Json:
    """Replace the caption and the inline keyboard of a message with a file."""
    content = caption_content(call)
    message = _editable(call)
    if not any(kind in message.body for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    above = call["show_caption_above_media"] or None
    cleared: Json = {"caption": None, "caption_entities": None, "show_caption_above_media": above}
    return _edit(call, message, {**cleared, **content})


@method("editMessageReplyMarkup", *TARGET)
def edit_message_reply_markup(call: Call) -> Json:
    """Replace the inline keyboard of a message, or take it away."""
    return _edit(call, _editable(call), {})


def _editable(call: Call) -> Message:
    if not call["message_id"]:
        raise bad_request("message identifier is not specified")
    if not call["chat_id"]:
        raise bad_request("chat_id is empty")
    message = call.open_chat().find(call["message_id"])
    if not message:
        raise bad_request("message to edit not found")
    # Keyboards below the input field belong to the message that brought them, so Telegram freezes it.
    if not message.from_bot or (message.markup and not is_inline(message.markup)):
        raise bad_request("message can't be edited")
    return message


def _edit(call: Call, message: Message, content: Json) -> Json:
    markup = checked_inline(call["reply_markup"]) if call["reply_markup"] else None
    changes = {**content, "reply_markup": markup}
    body = {name: value for name, value in {**message.body, **changes}.items() if value is not None}
    if body == message.body:
        raise bad_request(NOT_MODIFIED)
    if any(body.get(name) != message.body.get(name) for name in content):
        body["edit_date"] = call.exchange.now()
    message.body, message.markup = body, markup
    call.exchange.show(call.bot, call.known_chat(), message)
    return body
