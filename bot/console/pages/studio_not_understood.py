"""/studio/not-understood: what the bot did not understand, counted by language, without words or names."""

from starlette.responses import Response

from bot.console import quality as shown
from bot.console.figures import About, Mark, bars
from bot.console.page import COORDINATING, Page
from bot.console.visit import Visit
from bot.journeys import guesses, quality


def show(visit: Visit) -> Response:
    """The page."""
    found = quality.not_understood(visit.desk.store)
    marks = [
        Mark(shown.language(visit, one.language), one.messages, visit.formats.number(one.messages)) for one in found
    ]
    about = About("messages", visit.words("console.not_understood.figure"), visit.words("console.not_understood.about"))
    return visit.page(
        "studio_not_understood.html",
        found=found,
        marks=marks,
        about=about,
        figure=bars(about, marks),
        language_name=lambda code: shown.language(visit, code),
        label=lambda name: _label(visit, name),
    )


def _label(visit: Visit, name: str | None) -> str:
    """What stood on a button: an intent, or the topic of a tip (``ask_tip/topic``)."""
    if name is None:
        return visit.words("console.not_understood.nothing_offered")
    return visit.say(guesses.label(name.partition("/")[2] or name))


PAGES = (Page("/studio/not-understood", show, may=COORDINATING),)
