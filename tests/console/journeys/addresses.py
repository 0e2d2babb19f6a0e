"""Where the pages of the console stand in the demo: every address that shows a page, for each role."""

from datetime import datetime

from sqlalchemy import select

from bot.console.app import all_pages
from bot.store import Store
from bot.store.caseloads import reach
from bot.store.people import Role
from bot.store.tables import Entry, Group, Staff

NO_PAGES = (
    *(".csv", ".xlsx", ".po", "/print", "/sound/{message}", "/news", "/earlier", "/said", "/confirm/{code}"),
    *("/export/file", "/export/template"),
)
"""Addresses that give a file, a part of a page, or a page that needs a link."""

ITEM = "construction.site.foreman"


def addresses(store: Store, member: Staff, now: datetime) -> list[str]:
    """Every page that somebody may open, about the first learner, group and colleague that they may see."""
    with store.reading() as session:
        learner = session.scalars(reach(member, now)).first()
        group = session.scalars(select(Group.id).where(Group.staff_id == member.id)).first()
        picture = session.scalars(select(Entry.id).where(Entry.kind == "image")).first()
    filled = {
        "{learner}": learner,
        "{group}": group,
        "{member}": member.id,
        "{language}": "ar",
        "pictures/{entry}": f"pictures/{picture}",
        "{kind}/{entry}": f"item/{ITEM}",
        "{entry}": ITEM,
    }
    found = []
    for page in all_pages():
        if page.method != "GET" or page.path == "/" or page.path.endswith(NO_PAGES):
            continue
        path = page.path
        for name, value in filled.items():
            path = path.replace(name, value or name)
        if "{" not in path and (page.may is None or Role(member.role) in page.may):
            found.append(path)
    return found
