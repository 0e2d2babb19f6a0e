"""The two kinds of keyboard: buttons under a message, and the menu that stays below the input field."""

from typing import Any

from bot.i18n import Catalogues, Part, Text
from bot.i18n.direction import ISOLATE, POP_ISOLATE
from bot.journeys.reply import Button

LONGEST_LABEL = 60
"""Characters; a phone shows fewer on one line, and no more than this on two."""

MENU = (("practise", "tip"), ("progress", "counsellor"))
"""The commands of the menu, row by row."""


def buttons(rows: tuple[tuple[Button, ...], ...], language: str, catalogues: Catalogues) -> dict[str, Any]:
    """The inline keyboard of a message, in reading order of the language."""
    keys = [[_button(button, language, catalogues) for button in row] for row in rows if row]
    return {"inline_keyboard": _in_reading_order(keys, language, catalogues)}


def menu(language: str, catalogues: Catalogues) -> dict[str, Any]:
    """The menu that stays: its keys send their own labels as text."""
    keys = [[{"text": catalogues.plain(Text(f"menu.{name}"), language)} for name in row] for row in MENU]
    return {
        "keyboard": _in_reading_order(keys, language, catalogues),
        "is_persistent": True,
        "resize_keyboard": True,
    }


def label(part: Part, language: str, catalogues: Catalogues) -> str:
    """The words on a button, cut between words when they are too long to be read on one."""
    words = catalogues.plain(part, language)
    if len(words) <= LONGEST_LABEL:
        return words
    cut = words[: LONGEST_LABEL - 1].rsplit(maxsplit=1)[0].rstrip()
    return f"{cut}…" + POP_ISOLATE * (cut.count(ISOLATE) - cut.count(POP_ISOLATE))


def _button(button: Button, language: str, catalogues: Catalogues) -> dict[str, str]:
    return {"text": label(button.label, language, catalogues), "callback_data": button.data}


def _in_reading_order(
    rows: list[list[dict[str, str]]], language: str, catalogues: Catalogues
) -> list[list[dict[str, str]]]:
    """Telegram lays every row out from left to right, whatever the language."""
    if catalogues.direction(language) == "ltr":
        return rows
    return [row[::-1] for row in rows]
