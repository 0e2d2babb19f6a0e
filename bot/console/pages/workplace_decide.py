"""/workplaces/{workplace}/...: a coordinator approves the words of a workplace, sends them back, or withdraws them."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import COORDINATING, Page
from bot.console.pages.workplace_page import found, page_of
from bot.console.visit import Visit
from bot.console.workplace_form import version
from bot.i18n import Text
from bot.journeys.workplace import approving
from bot.journeys.workplace.approving import Decision


def approve(visit: Visit) -> Response:
    """The team's learners get the words."""
    page, desk = found(visit), visit.desk
    decision = approving.approve(
        desk.store,
        desk.courses.current(),
        visit.member,
        page.id,
        version(visit),
        visit.field("level"),
        visit.field("can_do"),
        desk.second_reader,
        visit.now,
    )
    return _answer(visit, decision, "approved")


def send_back(visit: Visit) -> Response:
    """Whoever wrote it reads why, and writes on."""
    page, why = found(visit), visit.field("why")
    decision = approving.send_back(visit.desk.store, visit.member, page.id, version(visit), why, visit.now)
    return _answer(visit, decision, "sent_back")


def withdraw(visit: Visit) -> Response:
    """Learners no longer practise the words."""
    page = found(visit)
    decision = approving.withdraw(visit.desk.store, visit.member, page.id, version(visit), visit.now)
    return _answer(visit, decision, "withdrawn")


def _answer(visit: Visit, decision: Decision, done: str) -> Response:
    if decision is Decision.FORBIDDEN:
        raise HTTPException(403)
    if decision is Decision.DONE:
        return visit.go(f"/workplaces/{visit.path('workplace')}", told=f"workplace_{done}")
    if decision is Decision.OVERTAKEN:
        return page_of(visit, visit.words("console.told.studio_overtaken"))
    reason = done if decision is Decision.FAULTY else decision
    return page_of(visit, visit.say(Text(f"console.workplace.refused.{reason}")))


PATH = "/workplaces/{workplace}"

PAGES = (
    Page(f"{PATH}/approve", approve, may=COORDINATING, noted="workplace.approved", method="POST"),
    Page(f"{PATH}/send-back", send_back, may=COORDINATING, noted="workplace.sent_back", method="POST"),
    Page(f"{PATH}/withdraw", withdraw, may=COORDINATING, noted="workplace.withdrawn", method="POST"),
)
