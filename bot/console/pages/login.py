"""/login and /logout: the password, then the second factor."""

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from bot.console.access import passwords, throttle
from bot.console.access.sessions import address, let_in, let_out, way_back, with_cookie
from bot.console.page import EVERYBODY, STAFF, Page
from bot.console.visit import Visit
from bot.store import credentials
from bot.store.tables import Credential, Staff


def show(visit: Visit) -> Response:
    """Ask for the password; who is in already goes on."""
    if visit.opened and visit.opened.session.proven:
        return visit.go("/")
    return visit.page("login.html", email="", next=way_back(visit.query("next")))


def log_in(visit: Visit) -> Response:
    """Take the password. What is wrong is not told, so that nobody learns who has an account."""
    email, back = visit.field("email"), way_back(visit.field("next"))
    if throttle.locked(visit.desk.store, email, address(visit), visit.now):
        return visit.refuse("login.html", visit.words("console.login.slow"), email=email, next=back)
    member = credentials.member(visit.desk.store, email)
    kept = credentials.of(visit.desk.store, member.id) if member else None
    fits = passwords.fits(kept.password_hash if kept else None, _password(visit))
    if member is None or kept is None or not fits:
        throttle.failed(visit.desk.store, email, address(visit), visit.now)
        return visit.refuse("login.html", visit.words("console.login.wrong"), email=email, next=back)
    return _half_way(visit, member, kept, back)


def _half_way(visit: Visit, member: Staff, kept: Credential, back: str) -> Response:
    throttle.passed(visit.desk.store, member.email, address(visit))
    if passwords.outdated(kept.password_hash):
        credentials.rehash(visit.desk.store, member.id, passwords.hashed(_password(visit)))
    token = let_in(visit, member, proven=visit.desk.demo)
    onwards = "/login/code" if kept.totp_since else "/login/second-factor"
    where = back if visit.desk.demo else f"{onwards}?next={quote(back)}"
    return with_cookie(visit, RedirectResponse(where, 303), token)


def _password(visit: Visit) -> str:
    """As it was typed: a space at its end counts."""
    return next(iter(visit.fields("password")), "")


PAGES = (
    Page("/login", show, may=EVERYBODY),
    Page("/login", log_in, may=EVERYBODY, method="POST"),
    Page("/logout", let_out, may=STAFF, method="POST"),
)
