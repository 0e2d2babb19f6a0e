"""deleteMessage and deleteMessages."""

from bot.simulator.botapi.parameters import Parameter, array, integer
from bot.simulator.botapi.registry import Call, method
from bot.simulator.errors import bad_request
from bot.simulator.methods.chats import CHAT_ID
from bot.simulator.records import Chat, Message

DELETABLE_SECONDS = 48 * 3600
MOST_MESSAGES = 100


@method("deleteMessage", CHAT_ID, Parameter("message_id", integer, "message identifier is not specified"))
def delete_message(call: Call) -> bool:
    """Delete one message of at most 48 hours, the bot's or the person's."""
    chat = call.known_chat()
    message = chat.find(call["message_id"])
    if not message:
        raise bad_request("message to delete not found")
    if not _deletable(call, message):
        raise bad_request("message can't be deleted for everyone")
    _delete(call, chat, message)
    return True


@method(
    "deleteMessages",
    CHAT_ID,
    Parameter("message_ids", array, "message identifiers are not specified", "expected an Array of message ids"),
)
def delete_messages(call: Call) -> bool:
    """Delete up to 100 messages; those that are not there are skipped."""
    chat, ids = call.known_chat(), call["message_ids"]
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MOST_MESSAGES:
        raise bad_request("too many message identifiers specified")
    for message in filter(None, (chat.find(integer(number)) for number in ids)):
        if _deletable(call, message):
            _delete(call, chat, message)
    return True


def _deletable(call: Call, message: Message) -> bool:
    return bool(call.exchange.now() - message.body["date"] < DELETABLE_SECONDS)


def _delete(call: Call, chat: Chat, message: Message) -> None:
    message.deleted = True
    if chat.keyboard_message == message.id:
        chat.keyboard = None
    call.exchange.show(call.bot, chat, message)
