"""Pictures for a small phone: numbers and words go in, a PNG comes out. Pure but for reading the fonts."""

from bot.pictures.lettering import NotDrawable
from bot.pictures.paper import cut_off, draw_paper
from bot.pictures.progress import Drawing, UnitBeads, WeekDots, draw

__all__ = ["Drawing", "NotDrawable", "UnitBeads", "WeekDots", "cut_off", "draw", "draw_paper"]
