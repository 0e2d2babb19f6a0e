"""/workplaces: the words of workplaces that were written or wait for a coordinator; and a new page of them."""

from starlette.responses import Response

from bot.console.page import COORDINATING, COUNSELLING, Page
from bot.console.visit import Visit
from bot.journeys.workplace import writing
from bot.store import workplaces


def show(visit: Visit, fault: str | None = None) -> Response:
    """The list, what waits first."""
    return visit.page(
        "workplaces.html",
        422 if fault else 200,
        fault=fault,
        listed=workplaces.of_member(visit.desk.store, visit.member),
        teams=workplaces.teams(visit.desk.store, visit.member),
        longest=writing.LONGEST_TITLE,
        title=visit.field("title"),
        team=visit.field("team"),
    )


def begin(visit: Visit) -> Response:
    """Begin a page, and go there to write it."""
    title = visit.field("title")
    if not title.isprintable() or not 0 < len(title) <= writing.LONGEST_TITLE:
        return show(visit, visit.words("console.workplaces.title_refused", longest=writing.LONGEST_TITLE))
    page = writing.begin(visit.desk.store, visit.member, visit.field("team"), title, visit.now, visit.desk.random)
    if page is None:
        return show(visit, visit.words("console.workplaces.team_missing"))
    visit.detail["workplace"] = page.id
    return visit.go(f"/workplaces/{page.id}")


PAGES = (
    Page("/workplaces", show, may=COUNSELLING | COORDINATING),
    Page("/workplaces", begin, may=COUNSELLING | COORDINATING, noted="workplace.begun", method="POST"),
)
