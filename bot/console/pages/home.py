"""/: where somebody begins."""

from starlette.responses import Response

from bot.console.page import EVERYBODY, Page
from bot.console.visit import Visit


def show(visit: Visit) -> Response:
    """Go to the first page that is for them, or to the login."""
    ways = visit.frame["ways"]
    return visit.go(ways[0].path if ways else "/login")


PAGES = (Page("/", show, may=EVERYBODY),)
