"""answerCallbackQuery and sendChatAction: small signs on the phone."""

from bot.simulator.botapi.parameters import Parameter, boolean, integer, not_simulated, text
from bot.simulator.botapi.registry import Call, method
from bot.simulator.errors import bad_request
from bot.simulator.formatting.units import units
from bot.simulator.methods.chats import CHAT_ID

# Telegram says only that queries expire; a bot that needs longer than this is too slow anyway.
QUERY_SECONDS = 15
MOST_ANSWER = 200
TYPING_SECONDS = 5
ACTIONS = frozenset(
    {
        *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
        *("upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
    }
)


@method(
    "answerCallbackQuery",
    Parameter("callback_query_id", text),
    Parameter("text", text),
    Parameter("show_alert", boolean),
    Parameter("url", text),
    Parameter("cache_time", integer),
)
def answer_callback_query(call: Call) -> bool:
    """End the waiting of a tapped button, once, if wanted with a short text."""
    if units(call["text"] or "") > MOST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query = call.bot.queries.pop(call["callback_query_id"] or "", None)
    if not query or call.exchange.now() - query.at > QUERY_SECONDS:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    call.exchange.announce(
        {
            "event": "answer",
            "bot": call.bot.id,
            "phone": query.phone,
            "message": query.message,
            "text": call["text"] or "",
            "alert": bool(call["show_alert"]),
        }
    )
    return True


@method(
    "sendChatAction",
    CHAT_ID,
    Parameter("action", text),
    *not_simulated("business_connection_id", "message_thread_id"),
)
def send_chat_action(call: Call) -> bool:
    """Show for five seconds, or until the next message, that the bot is busy."""
    if call["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = call.open_chat()
    chat.typing_until = call.exchange.now() + TYPING_SECONDS
    call.exchange.show_chat(call.bot, chat)
    return True
