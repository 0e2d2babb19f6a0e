"""/studio: what waits for a coordinator, and all that there is to edit."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.catalogue.kinds import KINDS
from bot.console.page import COORDINATING, Page
from bot.console.visit import Visit
from bot.journeys.studio.shelves import shelves
from bot.learning.syllabus import SHARED
from bot.store import drafted_words, planning, reviewing, workplaces
from bot.store import shelves as kept

TOOLS = ("translation", "media", "quality", "import", "export")
"""The other pages of the studio, at ``/studio/<name>``."""

MOST_SHOWN = 8
"""Drafts of one list on this page."""


def show(visit: Visit, fault: str | None = None) -> Response:
    """The page."""
    store, member = visit.desk.store, visit.member
    lists = {
        "to_read": reviewing.to_read(store, member, MOST_SHOWN),
        "sent_back": reviewing.sent_back(store, member, MOST_SHOWN),
        "approved": reviewing.approved(store, MOST_SHOWN),
        "mine": reviewing.mine(store, member, MOST_SHOWN),
        "beside": reviewing.beside(store, MOST_SHOWN),
    }
    return visit.page(
        "studio.html",
        422 if fault else 200,
        fault=fault,
        lists={name: found for name, found in lists.items() if found.count},
        planned=planning.shown(store, visit.now),
        words_waiting=drafted_words.count(store, member.organisation_id),
        workplaces_waiting=workplaces.waiting(store, member.organisation_id),
        found=shelves(store, visit.desk.courses.current().region.target),
        target_name=lambda code: visit.formats.locale.languages.get(code, code),
        sector_name=lambda sector: sector_name(visit, sector),
        kinds=KINDS,
        tools=TOOLS,
    )


def cancel(visit: Visit) -> Response:
    """Take back what was planned, or note that a failure was seen."""
    if not planning.cancel(visit.desk.store, visit.path("planned"), visit.now):
        raise HTTPException(404)
    return visit.go("/studio", told="saved")


def sectors(visit: Visit) -> Mapping[str, str]:
    """The names of the region's sectors, by id."""
    return {sector.id: visit.say(sector.name) for sector in visit.desk.courses.current().region.sectors}


def sector_name(visit: Visit, sector: str) -> str:
    """What a sector is called; its id when the region has none of that name."""
    return visit.words("console.studio.shared") if sector == SHARED else sectors(visit).get(sector, sector)


def pack_name(visit: Visit, pack: str) -> str:
    """What a pack such as ``nl/care/A1`` is called."""
    _, _, rest = pack.partition("/")
    sector, _, level = rest.partition("/")
    return f"{sector_name(visit, sector)} · {level}"


def unit_name(visit: Visit, unit: str) -> str:
    """What a unit is called; its id when there is none of that name."""
    label = kept.labels(visit.desk.store, [unit]).get(unit)
    return label.title if label else unit


PAGES = (
    Page("/studio", show, may=COORDINATING),
    Page("/studio/planned/{planned}/cancel", cancel, may=COORDINATING, noted="studio.unplanned", method="POST"),
)
