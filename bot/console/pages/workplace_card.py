"""/workplaces/card: how to speak so that a beginner understands: to read, and on one sheet of paper."""

from starlette.responses import Response

from bot.console.page import COORDINATING, COUNSELLING, Page
from bot.console.printing import as_file
from bot.console.visit import Visit
from bot.i18n import Text
from bot.prints import Advice, SpeechCard, speech_card

RULES = ("short", "one", "show", "same", "calm", "usual", "whole", "ask", "write", "praise")
"""``console.card.rule.<name>``, with an example at ``not.<name>`` and ``so.<name>``."""


def show(visit: Visit) -> Response:
    """The card as a page."""
    return visit.page("workplace_card.html", card=_card(visit), here=visit.request.url.path)


def give(visit: Visit) -> Response:
    """The card as a file to print."""
    return as_file(speech_card(_card(visit), visit.language, visit.now), "werkmaat-card")


def _card(visit: Visit) -> SpeechCard:
    region = visit.desk.courses.current().region
    language = visit.desk.catalogues.language_name(region.target, visit.language)
    return SpeechCard(
        title=visit.words("console.card.title", language=language),
        lead=visit.words("console.card.lead"),
        label_not=visit.words("console.card.not"),
        label_so=visit.words("console.card.so"),
        rules=tuple(_advice(visit, name) for name in RULES),
        nod=visit.words("console.card.nod"),
        nod_what=visit.words("console.card.nod_what"),
    )


def _advice(visit: Visit, name: str) -> Advice:
    rule, instead_of, say = (visit.say(Text(f"console.card.{part}.{name}")) for part in ("rule", "not", "so"))
    return Advice(rule, instead_of, say)


PAGES = (
    Page("/workplaces/card", show, may=COUNSELLING | COORDINATING),
    Page("/workplaces/card/print", give, may=COUNSELLING | COORDINATING),
)
