"""Sessions as cookies: who got in, and how far."""

from urllib.parse import urlsplit

from starlette.responses import RedirectResponse, Response

from bot.console.access import throttle
from bot.console.visit import Visit, cookie_name
from bot.store import audit, staff_sessions
from bot.store.staff_sessions import LONGEST
from bot.store.tables import Staff


def let_in(visit: Visit, member: Staff, *, proven: bool) -> str:
    """Begin a session, and end the one of this browser: a token that was known before is good for nothing.

    Returns the token for ``with_cookie``.
    """
    with visit.desk.store.writing() as session:
        if visit.opened:
            staff_sessions.close(session, visit.opened.session.token_hash)
        staff_sessions.forget_old(session, visit.now)
        if proven:
            audit.note(session, member, "staff.logged_in", visit.now, member.id)
        browser = visit.request.headers.get("user-agent", "")
        return staff_sessions.open_for(session, member, browser, proven, visit.now, visit.desk.random)


def with_cookie(visit: Visit, answer: Response, token: str) -> Response:
    """The answer with the session's cookie."""
    answer.set_cookie(
        cookie_name(visit.desk),
        token,
        max_age=int(LONGEST.total_seconds()),
        secure=visit.desk.private,
        httponly=True,
        samesite="lax",
    )
    return answer


def let_out(visit: Visit) -> Response:
    """End the session of this browser."""
    if visit.opened:
        with visit.desk.store.writing() as session:
            staff_sessions.close(session, visit.opened.session.token_hash)
    answer = RedirectResponse("/login?told=logged_out", 303)
    answer.delete_cookie(cookie_name(visit.desk), secure=visit.desk.private, httponly=True, samesite="lax")
    return answer


def way_back(wanted: str) -> str:
    """Where to go after the login: a page of this console, or the first one."""
    parts = urlsplit(wanted)
    local = not parts.scheme and not parts.netloc and parts.path.startswith("/") and "\\" not in wanted
    return wanted if local and not wanted.startswith("//") and wanted.isprintable() else "/"


def address(visit: Visit) -> str:
    """The address that somebody tries from."""
    return throttle.address(visit.request)
