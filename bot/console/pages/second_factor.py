"""/login/code and /login/second-factor: what is asked after the password, and how it is set up."""

from starlette.responses import RedirectResponse, Response

from bot.console.access import second_factor, throttle
from bot.console.access.sessions import address, let_in, way_back, with_cookie
from bot.console.page import EVERYBODY, Page
from bot.console.visit import Visit
from bot.store import credentials
from bot.store.tables import Credential, Staff


def show_code(visit: Visit) -> Response:
    """Ask for the code of the app, or one on paper."""
    member = _half_way(visit)
    return visit.page("code.html", next=way_back(visit.query("next"))) if member else visit.go("/login")


def take_code(visit: Visit) -> Response:
    """Take the code; each works once."""
    member, back = _half_way(visit), way_back(visit.field("next"))
    kept = credentials.of(visit.desk.store, member.id) if member else None
    if member is None or kept is None or kept.totp_since is None:
        return visit.go("/login")
    if throttle.locked(visit.desk.store, _account(member), address(visit), visit.now):
        return visit.refuse("code.html", visit.words("console.login.slow"), next=back)
    if not _right(visit, kept, visit.field("code")):
        throttle.failed(visit.desk.store, _account(member), address(visit), visit.now)
        return visit.refuse("code.html", visit.words("console.login.wrong_code"), next=back)
    throttle.passed(visit.desk.store, _account(member), address(visit))
    return with_cookie(visit, RedirectResponse(back, 303), let_in(visit, member, proven=True))


def show_setting_up(visit: Visit) -> Response:
    """Show the square that the app reads."""
    member = _half_way(visit)
    if member is None or _is_set_up(visit, member):
        return visit.go("/login")
    credentials.begin_second_factor(visit.desk.store, member.id, second_factor.new_secret())
    return _setting_up(visit, member)


def set_up(visit: Visit) -> Response:
    """Take the first code of the app, and give the codes for paper: they are shown this once."""
    member = _half_way(visit)
    kept = credentials.of(visit.desk.store, member.id) if member else None
    if member is None or kept is None or kept.totp_secret is None or kept.totp_since:
        return visit.go("/login")
    if throttle.locked(visit.desk.store, _account(member), address(visit), visit.now):
        return _setting_up(visit, member, visit.words("console.login.slow"))
    if not _right(visit, kept, visit.field("code")):
        throttle.failed(visit.desk.store, _account(member), address(visit), visit.now)
        return _setting_up(visit, member, visit.words("console.login.wrong_code"))
    codes = second_factor.paper_codes(visit.desk.random)
    with visit.desk.store.writing() as session:
        credentials.set_recovery_codes(session, member.id, codes)
    token = let_in(visit, member, proven=True)
    return with_cookie(visit, visit.page("paper_codes.html", codes=codes), token)


def _setting_up(visit: Visit, member: Staff, fault: str | None = None) -> Response:
    kept = credentials.of(visit.desk.store, member.id)
    secret = kept.totp_secret if kept and kept.totp_secret else ""
    square = second_factor.square(secret, member.email)
    return visit.page("second_factor.html", 422 if fault else 200, square=square, secret=secret, fault=fault)


def _right(visit: Visit, kept: Credential, code: str) -> bool:
    step = second_factor.step_of(kept.totp_secret or "", code, visit.now)
    with visit.desk.store.writing() as session:
        if step is not None:
            return credentials.use_step(session, kept.staff_id, step, visit.now)
        return credentials.use_recovery_code(session, kept.staff_id, second_factor.as_typed(code))


def _half_way(visit: Visit) -> Staff | None:
    """Who gave the password, and not yet the code."""
    return visit.opened.member if visit.opened and not visit.opened.session.proven else None


def _is_set_up(visit: Visit, member: Staff) -> bool:
    kept = credentials.of(visit.desk.store, member.id)
    return kept is None or kept.totp_since is not None


def _account(member: Staff) -> str:
    """Under which codes are counted: apart from passwords."""
    return f"code {member.email}"


PAGES = (
    Page("/login/code", show_code, may=EVERYBODY),
    Page("/login/code", take_code, may=EVERYBODY, method="POST"),
    Page("/login/second-factor", show_setting_up, may=EVERYBODY),
    Page("/login/second-factor", set_up, may=EVERYBODY, method="POST"),
)
