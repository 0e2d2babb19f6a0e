"""What somebody meets who is not logged in, or is no longer: the way to the login, and what they had typed."""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.console.access.sessions import way_back
from bot.console.visit import Visit

SECRETS = frozenset({"password", "old", "again"})
"""Fields that are shown to nobody."""


def to_login(visit: Visit) -> Response:
    """Log in first, and then come back. What was typed meanwhile stands there, to be copied: nobody types it twice."""
    # To what a page asks for by itself the answer stands above that page, in which the text is still.
    within = "hx-request" in visit.request.headers
    typed = () if within else _typed(visit)
    if typed or within:
        return visit.page("logged_out.html", 401, typed=typed, next=_page_before(visit))
    if visit.request.method == "POST":
        return RedirectResponse("/login", 303)
    back = visit.request.url.path + (f"?{visit.request.url.query}" if visit.request.url.query else "")
    return RedirectResponse(f"/login?next={quote(back)}" if back != "/" else "/login", 303)


def to_page_again(visit: Visit) -> Response:
    """A form from before one logged in again is not taken: what was typed stands there. Raises HTTPException (403)."""
    if typed := _typed(visit):
        return visit.page("logged_out.html", 403, typed=typed, next=None)
    raise HTTPException(403)


def _page_before(visit: Visit) -> str:
    """The page on which the form stood, as the browser tells."""
    before = urlsplit(visit.request.headers.get("referer", ""))
    return way_back(before.path + (f"?{before.query}" if before.query else ""))


def _typed(visit: Visit) -> Sequence[str]:
    """What somebody wrote: the values of more than one word. Others are ids, or quickly chosen again."""
    shown = (values for name, values in visit.form.values.items() if name not in SECRETS)
    return [value.strip() for values in shown for value in values if len(value.split()) > 1]
