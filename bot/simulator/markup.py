"""Reply markup: which keyboards Telegram takes, and what it says of the others."""

from typing import Any

from bot.simulator.errors import Refusal, bad_request
from bot.simulator.formatting.tags import link
from bot.simulator.formatting.units import units
from bot.simulator.records import Json

MOST_BUTTONS = 100
MOST_DATA_BYTES = 64
MOST_PLACEHOLDER = 64
SWITCHES = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def checked_markup(markup: Any) -> Json | None:
    """Return the markup of any kind as Telegram keeps it, None for an empty one.

    Raises:
        Refusal: Telegram would refuse it.
    """
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return checked_inline(markup)
    if "keyboard" in markup:
        _check_switches(markup, "reply keyboard markup")
        rows = _rows(markup["keyboard"], "keyboard", "ReplyKeyboardMarkup")
        kept = [[_key(button) for button in row] for row in rows if row]
        return {**markup, "keyboard": kept} if kept else None
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        _check_switches(markup, "reply markup")
        return markup
    return None


def checked_inline(markup: Any) -> Json | None:
    """Return an inline keyboard as Telegram keeps it, None for an empty one.

    Raises:
        Refusal: it is another kind, or Telegram would refuse it.
    """
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if any(other in markup for other in ("keyboard", "remove_keyboard", "force_reply")):
        raise bad_request("inline keyboard expected")
    rows = _rows(markup.get("inline_keyboard") or [], "inline_keyboard", "InlineKeyboardMarkup")
    kept = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def is_inline(markup: Json | None) -> bool:
    """Return whether `markup` is an inline keyboard."""
    return markup is not None and "inline_keyboard" in markup


def _rows(rows: Any, field: str, kind: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" of the {kind} must be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}" of the {kind} must be an Array of Arrays')
    return rows


def _key(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise _unparsed("keyboard button", "KeyboardButton must be a String or an Object")
    _require_text(button, "keyboard button")
    return button


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _unparsed("inline keyboard button", "InlineKeyboardButton must be an Object")
    _require_text(button, "inline keyboard button")
    if not any(button.get(action) not in (None, "") for action in ACTIONS):
        raise _unparsed("inline keyboard button", "Text buttons are unallowed in the inline keyboard")
    for name in ("callback_data", "url"):
        if not isinstance(button.get(name, ""), str):
            raise _unparsed("inline keyboard button", f'Field "{name}" must be of type String')
    if len(button.get("callback_data", "").encode()) > MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.get("url") and not link(button["url"]):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return button


def _check_switches(markup: Json, kind: str) -> None:
    for name in SWITCHES:
        if not isinstance(markup.get(name, False), bool):
            raise _unparsed(kind, f'Field "{name}" must be of type Boolean')
    placeholder = markup.get("input_field_placeholder", "")
    if not isinstance(placeholder, str):
        raise _unparsed(kind, 'Field "input_field_placeholder" must be of type String')
    if units(placeholder) > MOST_PLACEHOLDER:
        raise bad_request("reply markup input field placeholder is too long")


def _require_text(button: Json, kind: str) -> None:
    if "text" not in button:
        raise _unparsed(kind, 'Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise _unparsed(kind, 'Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request(f"{kind} text must be non-empty")


def _unparsed(kind: str, reason: str) -> Refusal:
    return bad_request(f"can't parse {kind}: {reason}")
