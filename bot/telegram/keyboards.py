"""The two kinds of keyboard: buttons under a message, and the menu that stays below the input field."""

from typing import Any

from bot.i18n import Catalogues, Part, Text
from bot.i18n.aloud import picture
from bot.i18n.direction import ISOLATE, POP_ISOLATE
from bot.journeys.reply import Button

LONGEST_LABEL = 60
"""Characters; a phone shows fewer on one line, and no more than this on two."""

MENU = (("practise", "tip"), ("progress", "counsellor"))
"""The commands of the menu, row by row."""

PICTURED_MENU = (("practise", "progress", "counsellor"),)
"""Those of somebody who reads nothing."""

PLACES = ("1️⃣", "2️⃣", "3️⃣")
"""They stand on buttons that have no picture of their own."""


def buttons(
    rows: tuple[tuple[Button, ...], ...], language: str, catalogues: Catalogues, pictured: bool = False
) -> dict[str, Any]:
    """The inline keyboard of a message, in reading order of the language; ``pictured`` leaves no words on it."""
    each = [button for row in rows for button in row]
    labels = [label(button.label, language, catalogues) for button in each]
    named = zip(_pictures(labels) if pictured else labels, each, strict=True)
    made = iter([{"text": words, "callback_data": button.data} for words, button in named])
    keys = [[next(made) for _ in row] for row in rows if row]
    return {"inline_keyboard": _in_reading_order(keys, language, catalogues)}


def menu(language: str, catalogues: Catalogues, pictured: bool = False) -> dict[str, Any]:
    """The menu that stays: its keys send their own labels as text; ``pictured`` leaves no words on them."""
    rows = [[catalogues.plain(Text(f"menu.{name}"), language) for name in row] for row in MENU]
    if pictured:
        rows = [_pictures([catalogues.plain(Text(f"menu.{name}"), language) for name in row]) for row in PICTURED_MENU]
    keys = [[{"text": words} for words in row] for row in rows]
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


def _pictures(labels: list[str]) -> list[str]:
    """The picture of each label; its place where it has none, or the same as another."""
    found = [picture(words) for words in labels]
    own = [sign if found.count(sign) == 1 else None for sign in found]
    # Messages to who listens have no more buttons with words than there are places.
    places = [*PLACES, *labels[len(PLACES) :]]
    return [sign or place for sign, place in zip(own, places, strict=False)]


def _in_reading_order(
    rows: list[list[dict[str, str]]], language: str, catalogues: Catalogues
) -> list[list[dict[str, str]]]:
    """Telegram lays every row out from left to right, whatever the language."""
    if catalogues.direction(language) == "ltr":
        return rows
    return [row[::-1] for row in rows]
