"""The quality numbers of items: counting what is new, and looking at them. Never about a person."""

from bot.journeys.quality.counting import Counted, count_all, count_next, waiting
from bot.journeys.quality.looking import Formed, Looked, Overview, Wish, look, look_at, pack_of
from bot.journeys.quality.telling import SHARES, columns, label, why
from bot.journeys.quality.together import places, units
from bot.journeys.quality.understood import OfLanguage, not_understood

__all__ = [
    "SHARES",
    "Counted",
    "Formed",
    "Looked",
    "OfLanguage",
    "Overview",
    "Wish",
    "columns",
    "count_all",
    "count_next",
    "label",
    "look",
    "look_at",
    "not_understood",
    "pack_of",
    "places",
    "units",
    "waiting",
    "why",
]
