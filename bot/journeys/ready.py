"""Ready sentences: kind words that there are in every language, with blanks for a day, an hour, a name."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum

from bot.i18n import Text
from bot.i18n.parts import Value

MOST_LETTERS = 100
"""In a blank that takes words."""


class Blank(StrEnum):
    """What is filled in; its value is the placeholder's name."""

    DAY = "day"
    TIME = "time"
    NAME = "name"
    PLACE = "place"
    PAPER = "paper"


SENTENCES: Mapping[str, tuple[Blank, ...]] = {
    "how_are_you": (),
    "thank_you": (),
    "well_done": (),
    "congratulations": (),
    "good_luck": (),
    "rest": (),
    "question": (),
    "meet": (),
    "call_tomorrow": (),
    "call_at": (Blank.DAY, Blank.TIME),
    "appointment": (Blank.DAY, Blank.TIME),
    "appointment_place": (Blank.DAY, Blank.TIME, Blank.PLACE),
    "next_class": (Blank.DAY, Blank.TIME, Blank.PLACE),
    "no_class": (Blank.DAY,),
    "bring_paper": (Blank.PAPER,),
    "away": (Blank.DAY, Blank.NAME),
}
"""The blanks of each sentence, in the order in which they are asked for."""


class NotFilled(ValueError):
    """A blank cannot be filled with what was given."""

    def __init__(self, blank: Blank) -> None:
        super().__init__(blank.value)
        self.blank = blank


def sentence(name: str, given: Mapping[str, str], today: date) -> Text:
    """A sentence with its blanks filled.

    Args:
        name: one of SENTENCES.
        given: what stands in each blank: a day as 2026-11-30 that is not over, an hour as 10:15, or words.
        today: in the region.

    Raises:
        NotFilled: something else was given, or nothing.
    """
    return Text(f"talk.template.{name}", {blank: _filled(blank, given, today) for blank in SENTENCES[name]})


def open_sentence(name: str) -> Text:
    """A sentence with a mark where each blank is."""
    return Text(f"talk.template.{name}", dict.fromkeys(SENTENCES[name], "[…]"))


def _filled(blank: Blank, given: Mapping[str, str], today: date) -> Value:
    words = given.get(blank, "").strip()
    try:
        if blank is Blank.DAY:
            return _coming(date.fromisoformat(words), today)
        if blank is Blank.TIME:
            return time.fromisoformat(words).replace(tzinfo=None)
    except ValueError:
        raise NotFilled(blank) from None
    if not words or len(words) > MOST_LETTERS:
        raise NotFilled(blank)
    return words


def _coming(day: date, today: date) -> date:
    if day < today:
        raise ValueError("the day is over")
    return day
