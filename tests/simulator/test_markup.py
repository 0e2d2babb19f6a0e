"""Which keyboards are taken."""

from typing import Any

import pytest

from bot.simulator.errors import Refusal
from bot.simulator.markup import checked_inline, checked_markup


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    "markup",
    [
        inline({"text": "a", "callback_data": "x" * 64}),
        inline({"text": "a", "callback_data": "é" * 32}, {"text": "b", "url": "https://x.be/"}),
        {"keyboard": [[{"text": "a"}, {"text": "b", "request_contact": True}]], "resize_keyboard": True},
        {"remove_keyboard": True},
        {"force_reply": True, "input_field_placeholder": "name"},
    ],
)
def test_what_is_taken(markup: dict[str, Any]) -> None:
    assert checked_markup(markup) == markup


def test_what_telegram_tidies() -> None:
    assert checked_markup({"keyboard": [["a"], []]}) == {"keyboard": [[{"text": "a"}]]}
    assert checked_markup({"inline_keyboard": []}) is None
    assert checked_markup({}) is None


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("x", "object expected as reply markup"),
        (inline({"text": "a", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a"}), "Text buttons are unallowed in the inline keyboard"),
        (inline({"text": "a", "callback_data": ""}), "Text buttons are unallowed in the inline keyboard"),
        (inline({"text": " ", "callback_data": "a"}), "inline keyboard button text must be non-empty"),
        (inline({"callback_data": "a"}), 'Can\'t find field "text"'),
        (inline({"text": 1, "callback_data": "a"}), "must be of type String"),
        (inline("a"), "InlineKeyboardButton must be an Object"),
        ({"inline_keyboard": [{}]}, "must be an Array of Arrays"),
        ({"keyboard": "a"}, 'field "keyboard" of the ReplyKeyboardMarkup must be an Array'),
        ({"keyboard": [[1]]}, "KeyboardButton must be a String or an Object"),
        ({"keyboard": [[""]]}, "keyboard button text must be non-empty"),
        (inline(*[{"text": "a", "callback_data": "a"}] * 101), "reply markup is too long"),
        (inline({"text": "a", "callback_data": 5}), 'Field "callback_data" must be of type String'),
        (inline({"text": "a", "url": "nowhere"}), "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
        (inline({"text": "a", "url": "http://["}), "is invalid: Wrong HTTP URL"),
        ({"keyboard": [["a"]], "resize_keyboard": "yes"}, 'Field "resize_keyboard" must be of type Boolean'),
        ({"force_reply": True, "selective": 1}, 'Field "selective" must be of type Boolean'),
        ({"keyboard": [["a"]], "input_field_placeholder": "👷" * 33}, "input field placeholder is too long"),
    ],
)
def test_what_is_refused(markup: Any, problem: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_markup(markup)

    assert refused.value.code == 400
    assert problem in refused.value.description


def test_an_edit_takes_inline_keyboards_only() -> None:
    for markup in ({"keyboard": [["a"]]}, {"remove_keyboard": True}, {"force_reply": True}):
        with pytest.raises(Refusal, match="inline keyboard expected"):
            checked_inline(markup)
