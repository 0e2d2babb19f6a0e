"""/groups/{group}/members: who is in a group; others come in, and somebody leaves."""

from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.pages.group import found
from bot.console.visit import Visit
from bot.store import groups

SHOWN = 50
"""So many learners are offered at once; of more, one looks up the name."""


def show(visit: Visit, fault: str | None = None) -> Response:
    """The members, and who may be added."""
    listed, store, named = found(visit), visit.desk.store, visit.query("named")[:100]
    others = groups.candidates(store, visit.member, listed.group.id, visit.now, named, SHOWN + 1)
    return visit.page(
        "group_members.html",
        422 if fault else 200,
        fault=fault,
        listed=listed,
        members=groups.members(store, visit.member, listed.group.id, visit.now),
        others=others[:SHOWN],
        more=len(others) > SHOWN,
        named=named,
        most=groups.MOST,
    )


def add(visit: Visit) -> Response:
    """Put learners into the group."""
    group, ids = found(visit).group, visit.fields("learner")
    try:
        new = groups.add(visit.desk.store, visit.member, group.id, ids, visit.now)
    except groups.GroupFull:
        return show(visit, visit.words("console.group.full", count=groups.MOST))
    visit.detail["learners"] = sorted(set(ids))
    return visit.go(f"/groups/{group.id}/members", told="group_joined" if new else None)


def remove(visit: Visit) -> Response:
    """Take a learner out of the group."""
    group = found(visit).group
    groups.remove(visit.desk.store, visit.member, group.id, visit.path("learner"), visit.now)
    visit.detail["group"] = group.id
    return visit.go(f"/groups/{group.id}/members", told="group_left")


PAGES = (
    Page("/groups/{group}/members", show, may=COUNSELLING, noted="group.members_seen"),
    Page("/groups/{group}/members", add, may=COUNSELLING, noted="group.joined", method="POST"),
    Page("/groups/{group}/members/{learner}/remove", remove, may=COUNSELLING, noted="group.left", method="POST"),
)
