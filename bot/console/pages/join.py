"""/join: who was invited chooses a password; so does who asked for a new one."""

from dataclasses import replace

from starlette.responses import RedirectResponse, Response

from bot.console.access import passwords
from bot.console.access.sessions import let_in, with_cookie
from bot.console.page import EVERYBODY, Page
from bot.console.visit import Visit
from bot.store import audit, credentials, staff_codes, staff_sessions
from bot.store.staff_codes import Purpose
from bot.store.tables import Staff


def show(visit: Visit) -> Response:
    """Ask for a password. Looking uses nothing up: programs look at links in mails too."""
    invited = _invited(visit)
    visit = _in_their_language(visit, invited)
    return visit.page("join.html", invited=invited, fault=None, status=200 if invited else 404)


def join(visit: Visit) -> Response:
    """Keep the password; the link works no more, and whoever was logged in so far no longer is."""
    invited = _invited(visit)
    if invited is None:
        return visit.page("join.html", invited=None, fault=None, status=404)
    visit = _in_their_language(visit, invited)
    password, again = (next(iter(visit.fields(name)), "") for name in ("password", "again"))
    wrong = passwords.fault(password, invited.email.partition("@")[0], "werkmaat")
    if wrong is None and password != again:
        wrong = "not_the_same"
    if wrong:
        fault = visit.words(f"console.password.{wrong}", shortest=passwords.SHORTEST)
        return visit.refuse("join.html", fault, invited=invited)
    return _take(visit, invited, password)


def _take(visit: Visit, invited: Staff, password: str) -> Response:
    kept = passwords.hashed(password)
    with visit.desk.store.writing() as session:
        if staff_codes.take(session, visit.path("code"), Purpose.INVITATION, visit.now) is None:
            return visit.page("join.html", invited=None, fault=None, status=404)
        credentials.set_password(session, invited.id, kept)
        staff_sessions.close_all(session, invited.id)
        audit.note(session, invited, "staff.chose_password", visit.now, invited.id)
    token = let_in(visit, invited, proven=visit.desk.demo)
    credential = credentials.of(visit.desk.store, invited.id)
    onwards = "/login/code" if credential and credential.totp_since else "/login/second-factor"
    return with_cookie(visit, RedirectResponse("/" if visit.desk.demo else onwards, 303), token)


def _in_their_language(visit: Visit, invited: Staff | None) -> Visit:
    return replace(visit, language=invited.language) if invited else visit


def _invited(visit: Visit) -> Staff | None:
    return staff_codes.whose(visit.desk.store, visit.path("code"), Purpose.INVITATION, visit.now)


PAGES = (
    Page("/join/{code}", show, may=EVERYBODY),
    Page("/join/{code}", join, may=EVERYBODY, method="POST"),
)
