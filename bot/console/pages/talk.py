"""/talk: the talks with learners; who waits for an answer stands first."""

from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.visit import Visit
from bot.store import threads

A_PAGE = 50

FURTHEST = 200
"""Pages: nobody turns so many."""


def show(visit: Visit) -> Response:
    """One page of the list."""
    asked = visit.query("page")
    page = min(int(asked), FURTHEST) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else 1
    page = max(page, 1)
    # One more than is shown, to know whether that is all.
    found = threads.threads(visit.desk.store, visit.member, visit.now, A_PAGE + 1, A_PAGE * (page - 1))
    return visit.page("talk.html", found=found[:A_PAGE], page=page, more=len(found) > A_PAGE)


PAGES = (Page("/talk", show, may=COUNSELLING, noted="talk.listed"),)
