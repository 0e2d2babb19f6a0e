"""The two kinds of keyboard: buttons under a message, and the menu that stays below the input field."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from bot.i18n import Catalogues, Part, Text, Verbatim
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


class Look(Enum):
    """What stands on buttons: words, words of another language with their number, or pictures alone."""

    WORDS = auto()
    NUMBERED = auto()
    PICTURES = auto()


def buttons(
    rows: tuple[tuple[Button, ...], ...], language: str, catalogues: Catalogues, look: Look = Look.WORDS
) -> dict[str, Any]:
    """The inline keyboard of a message, in reading order of the language."""
    each = [button for row in rows for button in row]
    named = zip(LOOKS[look]([button.label for button in each], language, catalogues), each, strict=True)
    made = iter([{"text": words, "callback_data": button.data} for words, button in named])
    keys = [[next(made) for _ in row] for row in rows if row]
    return {"inline_keyboard": _in_reading_order(keys, language, catalogues)}


def menu(language: str, catalogues: Catalogues, look: Look = Look.WORDS) -> dict[str, Any]:
    """The menu that stays: its keys send their own labels as text."""
    rows = PICTURED_MENU if look is Look.PICTURES else MENU
    labels = [LOOKS[look]([Text(f"menu.{name}") for name in row], language, catalogues) for row in rows]
    keys = [[{"text": words} for words in row] for row in labels]
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


def marks(labels: Sequence[Part], language: str, catalogues: Catalogues) -> list[str]:
    """The picture of each label; its place where it has none, or the same as another."""
    words = _words(labels, language, catalogues)
    found = [picture(one) for one in words]
    own = [sign if found.count(sign) == 1 else None for sign in found]
    # Messages to who listens have no more buttons with words than there are places.
    places = [*PLACES, *words[len(PLACES) :]]
    return [sign or place for sign, place in zip(own, places, strict=False)]


def _words(labels: Sequence[Part], language: str, catalogues: Catalogues) -> list[str]:
    return [label(part, language, catalogues) for part in labels]


def _numbered(labels: Sequence[Part], language: str, catalogues: Catalogues) -> list[str]:
    """The words; those that are heard in another voice, with their place before them."""
    words = _words(labels, language, catalogues)
    heard = [isinstance(part, Verbatim) and part.language is not None for part in labels]
    places = [*PLACES, *("" for _ in words[len(PLACES) :])]
    return [f"{place} {one}" if is_heard else one for one, is_heard, place in zip(words, heard, places, strict=False)]


LOOKS = {Look.WORDS: _words, Look.NUMBERED: _numbered, Look.PICTURES: marks}


def _in_reading_order(
    rows: list[list[dict[str, str]]], language: str, catalogues: Catalogues
) -> list[list[dict[str, str]]]:
    """Telegram lays every row out from left to right, whatever the language."""
    if catalogues.direction(language) == "ltr":
        return rows
    return [row[::-1] for row in rows]
