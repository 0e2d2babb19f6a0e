"""What the bot may know of a chat, and its menu button."""

from bot.simulator.botapi.parameters import Parameter, integer, structure, text
from bot.simulator.botapi.registry import Call, method
from bot.simulator.errors import bad_request
from bot.simulator.people import private_chat
from bot.simulator.records import Json

CHAT_ID = Parameter("chat_id", text, "chat_id is empty")
ANY_CHAT = Parameter("chat_id", integer)
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


@method("getChat", CHAT_ID)
def get_chat(call: Call) -> Json:
    """Return the ChatFullInfo of a private chat."""
    phone = call.phone()
    return {
        **private_chat(phone),
        "accent_color_id": phone.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
        **({"active_usernames": [phone.username]} if phone.username else {}),
    }


@method(
    "setChatMenuButton",
    ANY_CHAT,
    Parameter("menu_button", structure, unreadable="can't parse menu button JSON object"),
)
def set_chat_menu_button(call: Call) -> bool:
    """Set the menu button of a chat, or of every chat that has none of its own."""
    button = call["menu_button"] or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: unsupported type specified")
    call.bot.menu_buttons[_place(call)] = button
    call.exchange.announce({"event": "bot", "bot": call.bot.id})
    return True


@method("getChatMenuButton", ANY_CHAT)
def get_chat_menu_button(call: Call) -> Json:
    """Return the menu button of a chat, or the one for every chat."""
    for place in (_place(call), 0):
        button = call.bot.menu_buttons.get(place)
        if button and button["type"] != "default":
            return button
    return {"type": "commands"}


def _place(call: Call) -> int:
    return call.phone().id if call["chat_id"] else 0
