"""/workplace/{code}: a mentor writes the words of a workplace, by a link: no account, and nothing but this page."""

from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console import workplace_form
from bot.console.page import EVERYBODY, Page
from bot.console.pages import workplace_card, workplace_page
from bot.console.visit import Visit
from bot.console.workplace_form import Sent
from bot.journeys.workplace.writing import Outcome, Written
from bot.store import workplaces
from bot.store.tables import WorkplacePage


def show(visit: Visit) -> Response:
    """The form. Looking ends nothing: programs look at links too."""
    return _form(visit) if _linked(visit) else _over(visit)


def save(visit: Visit) -> Response:
    """Keep what was typed; when it is sent, the link ends."""
    page, sent = _linked(visit), workplace_form.read(visit)
    if page is None:
        return _over(visit, sent.rows)
    saved = workplace_form.keep(visit, visit.path("code"), page, sent)
    if saved.outcome is Outcome.SENT:
        return visit.page("workplace_mentor_over.html", sent=True, lost=())
    if saved.outcome is Outcome.CLOSED:
        return _over(visit, sent.rows)
    if fault := workplace_form.fault(visit, sent, saved):
        return _form(visit, fault, sent, saved.outcome)
    return visit.go(f"/workplace/{visit.path('code')}", told="workplace_saved")


def see(visit: Visit) -> Response:
    """The photo of a word."""
    return workplace_page.picture_of(visit, _page(visit))


def hear(visit: Visit) -> Response:
    """The recording of a word."""
    return workplace_page.sound_of(visit, _page(visit))


def show_card(visit: Visit) -> Response:
    """How to speak so that a beginner understands."""
    _page(visit)
    return workplace_card.show(visit)


def give_card(visit: Visit) -> Response:
    """The same, to print."""
    _page(visit)
    return workplace_card.give(visit)


def _form(visit: Visit, fault: str | None = None, sent: Sent | None = None, outcome: Outcome | None = None) -> Response:
    page = _page(visit)
    return visit.page(
        "workplace_mentor.html",
        workplace_form.status(fault, outcome),
        fault=fault,
        page=page,
        here=f"/workplace/{visit.path('code')}",
        form=workplace_form.form(visit, page, sent, outcome),
    )


def _over(visit: Visit, lost: Sequence[Written] = ()) -> Response:
    """The link works no longer; what was typed stands there to be copied."""
    return visit.page("workplace_mentor_over.html", 404, sent=False, lost=lost)


def _page(visit: Visit) -> WorkplacePage:
    """The page of the link. Raises HTTPException (404) when the link leads nowhere."""
    page = _linked(visit)
    if page is None:
        raise HTTPException(404)
    return page


def _was_linked(visit: Visit) -> bool:
    """Whether somebody may have typed by this link, be it over by now."""
    return workplaces.was_link(visit.desk.store, visit.path("code"))


def _linked(visit: Visit) -> WorkplacePage | None:
    return workplaces.by_link(visit.desk.store, visit.path("code"), visit.now)


PATH = "/workplace/{code}"

PAGES = (
    Page(PATH, show, may=EVERYBODY),
    Page(PATH, save, may=EVERYBODY, method="POST", most=workplace_form.MOST, knows=_was_linked),
    Page(f"{PATH}/pictures/{{number}}", see, may=EVERYBODY),
    Page(f"{PATH}/sounds/{{number}}", hear, may=EVERYBODY),
    Page(f"{PATH}/card", show_card, may=EVERYBODY),
    Page(f"{PATH}/card/print", give_card, may=EVERYBODY),
)
