"""The picture of a reply, drawn in the learner's language."""

import logging

from bot import pictures
from bot.i18n import Catalogues
from bot.journeys.reply import Picture
from bot.pictures import Drawing, NotDrawable, UnitBeads, WeekDots

log = logging.getLogger(__name__)


def drawn(picture: Picture, language: str, catalogues: Catalogues) -> bytes | None:
    """A PNG; None when it cannot be drawn in this language: the words of the message say the same."""
    try:
        return pictures.draw(_drawing(picture, language, catalogues))
    except NotDrawable as error:
        log.warning("A picture in %s was left out: %s", language, error)
        return None


def _drawing(picture: Picture, language: str, catalogues: Catalogues) -> Drawing:
    return Drawing(
        rtl=catalogues.direction(language) == "rtl",
        head=catalogues.plain(picture.head, language),
        days=catalogues.plain(picture.days, language),
        exercises=catalogues.plain(picture.exercises, language),
        weeks=tuple(WeekDots(catalogues.day(monday, language), days) for monday, days in picture.weeks),
        units=tuple(
            UnitBeads(catalogues.plain(unit.title, language), unit.met, unit.held, unit.mastered)
            for unit in picture.units
        ),
    )
