"""/studio/import: a file with exercises or tips is tried first, and then taken in as drafts, whole or not at all."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.catalogue.exchange.incoming import LARGEST, LARGEST_PARCEL, Incoming
from bot.console.page import COORDINATING, Page
from bot.console.visit import Visit
from bot.journeys.exporting import packs
from bot.journeys.importing import Moved, Trial

MEGABYTE = 1024 * 1024
MOST = LARGEST_PARCEL + 2 * MEGABYTE
"""Bytes of the form: a file that is a little too large is told so by its own page."""
LONGEST_NAME = 200

MOST_FAULTS = 500
MOST_LISTED = 100
"""So many are listed on the page; the counts count all."""


def show(visit: Visit, fault: str | None = None) -> Response:
    """Where a file is chosen."""
    status, most = 422 if fault else 200, {"megabytes": LARGEST // MEGABYTE, "of_zip": LARGEST_PARCEL // MEGABYTE}
    return visit.page("studio_import.html", status, fault=fault, packs=packs(visit.desk.store), most=most)


def begin(visit: Visit) -> Response:
    """Begin to try a file."""
    name, content = visit.file_name("file")[-LONGEST_NAME:], visit.file("file")
    if content is None:
        return show(visit, visit.words("console.import.choose"))
    incoming = Incoming(name, content, visit.field("pack"), _written_in(visit), visit.desk.media)
    trial = Trial(visit.desk.store, incoming, visit.member.id)
    return visit.go(f"/studio/import/{visit.desk.trials.begin(trial, visit.now, visit.desk.random)}")


def watch(visit: Visit) -> Response:
    """Go on a step, and show how far it is; in the end, what would happen, or everything that has to be mended."""
    trial = _trial(visit)
    trial.go_on()
    return _shown(visit, trial)


def take_in(visit: Visit) -> Response:
    """Take everything in as drafts."""
    trial = _trial(visit)
    if trial.compared and trial.compared.recordings and visit.field("agreed") != "yes":
        return _shown(visit, trial, visit.words("console.import.not_agreed"), 422)
    try:
        count = trial.take_in(visit.now, visit.desk.random)
    except Moved:
        return _shown(visit, trial, visit.words("console.import.moved"), 409)
    visit.detail.update(drafts=count)
    return visit.go("/studio", told="imported")


def _shown(visit: Visit, trial: Trial, fault: str | None = None, status: int = 200) -> Response:
    return visit.page(
        "studio_import_trial.html",
        status,
        fault=fault,
        trial=trial,
        found=trial.compared,
        way=f"/studio/import/{visit.path('trial')}",
        most_faults=MOST_FAULTS,
        most=MOST_LISTED,
    )


def _trial(visit: Visit) -> Trial:
    """The trial of the address. Raises HTTPException (404) when it is gone, or somebody else's."""
    found = visit.desk.trials.find(visit.path("trial"), visit.member.id, visit.now)
    if found is None:
        raise HTTPException(404)
    return found


def _written_in(visit: Visit) -> str:
    return visit.desk.courses.current().region.written_in


PAGES = (
    Page("/studio/import", show, may=COORDINATING),
    Page("/studio/import", begin, may=COORDINATING, noted="import.tried", method="POST", most=MOST),
    Page("/studio/import/{trial}", watch, may=COORDINATING),
    Page("/studio/import/{trial}", take_in, may=COORDINATING, noted="import.taken_in", method="POST"),
)
