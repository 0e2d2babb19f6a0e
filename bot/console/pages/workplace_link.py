"""/workplaces/{workplace}/link: an address by which a mentor fills in one page, without an account."""

from starlette.responses import Response

from bot.console.page import COORDINATING, COUNSELLING, Page
from bot.console.pages.workplace_page import found, page_of
from bot.console.visit import Visit
from bot.journeys.workplace import linking


def make(visit: Visit) -> Response:
    """Make a link, shown this once; an older one works no longer."""
    page, mentor = found(visit), visit.field("mentor")
    if not mentor.isprintable() or not 0 < len(mentor) <= linking.LONGEST_NAME:
        return page_of(visit, visit.words("console.workplace.no_mentor"))
    code = linking.make(visit.desk.store, visit.member, page.id, mentor, visit.now, visit.desk.random)
    if code is None:
        return page_of(visit, visit.words("console.told.studio_overtaken"))
    return page_of(visit, link=f"{visit.desk.url}/workplace/{code}")


def end(visit: Visit) -> Response:
    """Take the link back."""
    page = found(visit)
    done = linking.end(visit.desk.store, visit.member, page.id, visit.now)
    return visit.go(f"/workplaces/{page.id}", told="saved" if done else "studio_overtaken")


PATH = "/workplaces/{workplace}/link"
WRITING = COUNSELLING | COORDINATING

PAGES = (
    Page(PATH, make, may=WRITING, noted="workplace.link_made", method="POST"),
    Page(f"{PATH}/end", end, may=WRITING, noted="workplace.link_ended", method="POST"),
)
