"""What somebody meets who is not logged in, or is no longer: the way to the login, and what they had typed."""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from starlette.responses import RedirectResponse, Response

from bot.console.access.sessions import way_back
from bot.console.visit import Visit

SECRETS = frozenset({"password", "old", "again"})
"""Fields that are shown to nobody."""


def to_login(visit: Visit) -> Response:
    """Log in first, and then come back. What was typed meanwhile stands there, to be copied: nobody types it twice."""
    if visit.request.method == "GET":
        back = visit.request.url.path + (f"?{visit.request.url.query}" if visit.request.url.query else "")
        return RedirectResponse(_login(back), 303)
    if typed := _typed(visit):
        return visit.page("logged_out.html", 401, typed=typed, login=_login(_page_before(visit)))
    return RedirectResponse("/login", 303)


def _login(back: str) -> str:
    return f"/login?next={quote(back)}" if back != "/" else "/login"


def _page_before(visit: Visit) -> str:
    """The page on which the form stood, as the browser tells."""
    before = urlsplit(visit.request.headers.get("referer", ""))
    return way_back(before.path + (f"?{before.query}" if before.query else ""))


def _typed(visit: Visit) -> Sequence[str]:
    """What somebody wrote: the values of more than one word. Others are ids, or quickly chosen again."""
    shown = (values for name, values in visit.form.values.items() if name not in SECRETS)
    return [value.strip() for values in shown for value in values if len(value.split()) > 1]
