"""/learners/{learner}/new-phone: a link by which a learner's record comes to a new phone, to scan here or on paper."""

import segno
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.printing import as_file
from bot.console.visit import Visit
from bot.journeys import sheets
from bot.prints import enrolment_sheets
from bot.store import inviting
from bot.store.people import Refused
from bot.store.tables import Invitation, Learner

ON_PAPER = "paper"


def show(visit: Visit) -> Response:
    """What it does, and two ways to do it."""
    return _page(visit, visit.learner())


def make(visit: Visit) -> Response:
    """Make the link: as a page to print, or shown here for a learner who sits beside."""
    learner, bot_name = visit.learner(), visit.desk.bot_name()
    if bot_name is None:
        return _page(visit, learner, fault=visit.words("console.enrol.no_telegram"))
    try:
        made = inviting.for_new_phone(visit.desk.store, learner.id, visit.now, visit.desk.random, visit.member.id)
    except Refused as error:
        raise HTTPException(404) from error
    if visit.field("as") == ON_PAPER:
        return as_file(_printed(visit, learner, made, bot_name), f"werkmaat-{learner.id}-new-phone")
    link = sheets.link_of(made, bot_name)
    square = segno.make(link, error="m", micro=False).svg_data_uri(scale=5, border=4, light="#fff")
    return _page(visit, learner, link=link, square=square, ends=made.expires_at)


def _page(visit: Visit, learner: Learner, **values: object) -> Response:
    name = learner.name or visit.words("console.no_name")
    status = 422 if "fault" in values else 200
    return visit.page("new_phone.html", status, learner=learner, name=name, paper=ON_PAPER, **values)


def _printed(visit: Visit, learner: Learner, made: Invitation, bot_name: str) -> bytes:
    target = visit.desk.courses.current().region.target
    page = sheets.for_new_phone(visit.desk.catalogues, target, learner, made, bot_name, visit.zone)
    return enrolment_sheets([page], visit.words("console.enrol.file"), target, visit.now)


PAGES = (
    Page("/learners/{learner}/new-phone", show, may=COUNSELLING, noted="learner.new_phone_opened"),
    Page("/learners/{learner}/new-phone", make, may=COUNSELLING, noted="learner.new_phone", method="POST"),
)
