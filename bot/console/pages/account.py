"""/account: one's own language, password, codes for paper, and where one is logged in."""

from starlette.responses import RedirectResponse, Response

from bot.console.access import passwords, second_factor, throttle
from bot.console.access.sessions import address, let_in, with_cookie
from bot.console.languages import SPOKEN
from bot.console.page import STAFF, Page
from bot.console.visit import Visit
from bot.store import credentials, people, staff_sessions


def show(visit: Visit, fault: str | None = None) -> Response:
    """The page."""
    sessions = staff_sessions.all_of(visit.desk.store, visit.member.id, visit.now)
    here = visit.opened.session.token_hash if visit.opened else ""
    return visit.page(
        "account.html",
        422 if fault else 200,
        fault=fault,
        sessions=sessions,
        here=here,
        languages=[(code, visit.desk.catalogues.native_name(code)) for code in SPOKEN],
        codes_left=credentials.recovery_codes_left(visit.desk.store, visit.member.id),
    )


def set_language(visit: Visit) -> Response:
    """Choose the language of pages and mails."""
    if visit.field("language") not in SPOKEN:
        return visit.go("/account")
    people.set_language(visit.desk.store, visit.member.id, visit.field("language"))
    return visit.go("/account", told="saved")


def set_password(visit: Visit) -> Response:
    """Choose a new password, with the old one; other browsers are logged out."""
    old, new, again = (next(iter(visit.fields(name)), "") for name in ("old", "password", "again"))
    if fault := _not_theirs(visit, old):
        return show(visit, fault)
    wrong = passwords.fault(new, visit.member.email.partition("@")[0], "werkmaat")
    if wrong is None and new != again:
        wrong = "not_the_same"
    if wrong:
        return show(visit, visit.words(f"console.password.{wrong}", shortest=passwords.SHORTEST))
    kept = passwords.hashed(new)
    with visit.desk.store.writing() as session:
        credentials.set_password(session, visit.member.id, kept)
        staff_sessions.close_all(session, visit.member.id)
    token = let_in(visit, visit.member, proven=True)
    return with_cookie(visit, RedirectResponse("/account?told=saved", 303), token)


def log_out_elsewhere(visit: Visit) -> Response:
    """End the sessions in other browsers."""
    here = visit.opened.session.token_hash if visit.opened else None
    with visit.desk.store.writing() as session:
        staff_sessions.close_all(session, visit.member.id, but=here)
    return visit.go("/account", told="logged_out_elsewhere")


def make_paper_codes(visit: Visit) -> Response:
    """Show new codes for paper, this once; the older ones work no more."""
    if fault := _not_theirs(visit, next(iter(visit.fields("old")), "")):
        return show(visit, fault)
    codes = second_factor.paper_codes(visit.desk.random)
    with visit.desk.store.writing() as session:
        credentials.set_recovery_codes(session, visit.member.id, codes)
    return visit.page("paper_codes.html", codes=codes)


def _not_theirs(visit: Visit, password: str) -> str | None:
    """What is wrong with the password that was given again; whoever found an open browser may not guess it."""
    store, email = visit.desk.store, visit.member.email
    if throttle.locked(store, email, address(visit), visit.now):
        return visit.words("console.login.slow")
    kept = credentials.of(store, visit.member.id)
    if passwords.fits(kept.password_hash if kept else None, password):
        return None
    throttle.failed(store, email, address(visit), visit.now)
    return visit.words("console.account.wrong_password")


PAGES = (
    Page("/account", show, may=STAFF),
    Page("/account/language", set_language, may=STAFF, method="POST"),
    Page("/account/password", set_password, may=STAFF, noted="staff.changed_password", method="POST"),
    Page("/account/sessions", log_out_elsewhere, may=STAFF, noted="staff.logged_out_elsewhere", method="POST"),
    Page("/account/paper-codes", make_paper_codes, may=STAFF, noted="staff.made_paper_codes", method="POST"),
)
