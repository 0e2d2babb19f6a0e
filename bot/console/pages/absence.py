"""/account/absence: until when one is away oneself, and who stands in."""

from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.pages.member import back_on
from bot.console.visit import Visit
from bot.store import absences, caseloads
from bot.store.people import Refused


def show(visit: Visit, fault: str | None = None) -> Response:
    """The page."""
    colleagues = caseloads.colleagues(visit.desk.store, visit.member)
    return visit.page(
        "absence.html",
        422 if fault else 200,
        fault=fault,
        away=absences.is_away(visit.member, visit.now),
        colleagues=[one for one in colleagues if one.id != visit.member.id],
    )


def note(visit: Visit) -> Response:
    """Keep it; an empty day is back."""
    try:
        until = back_on(visit.field("until"), visit)
        absences.note(visit.desk.store, visit.member.id, until, visit.field("stand_in") or None)
    except (ValueError, Refused):
        return show(visit, visit.words("console.staff.absence_refused"))
    return visit.go("/account/absence", told="saved")


PAGES = (
    Page("/account/absence", show, may=COUNSELLING),
    Page("/account/absence", note, may=COUNSELLING, noted="staff.absence_noted", method="POST"),
)
