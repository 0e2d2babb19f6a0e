"""/groups: the classes and courses that somebody may see, and a new one."""

from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.visit import Visit
from bot.store import groups

LONGEST_NAME = 100


def show(visit: Visit, fault: str | None = None) -> Response:
    """The list."""
    found = groups.all_of(visit.desk.store, visit.member, visit.now)
    return visit.page("groups.html", 422 if fault else 200, fault=fault, groups=found, longest=LONGEST_NAME)


def make(visit: Visit) -> Response:
    """Make a group, and go to choose who is in it."""
    name = visit.field("name")
    if not is_name(name):
        return show(visit, visit.words("console.group.name_refused"))
    made = groups.make(visit.desk.store, visit.member, name, visit.now, visit.desk.random)
    visit.detail["group"] = made.id
    return visit.go(f"/groups/{made.id}/members", told="group_made")


def is_name(name: str) -> bool:
    """Whether this can be the name of a group."""
    return 0 < len(name) <= LONGEST_NAME and name.isprintable()


PAGES = (
    Page("/groups", show, may=COUNSELLING),
    Page("/groups", make, may=COUNSELLING, noted="group.made", method="POST"),
)
