"""The way to a page: who asks, whether they may, what they sent; and what the audit keeps of it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from bot.console.desk import Desk
from bot.console.forms import read_form
from bot.console.languages import chosen
from bot.console.logged_out import to_login, to_page_again
from bot.console.navigation import Frame
from bot.console.page import A_STRANGERS, Page
from bot.console.visit import HIDDEN_FIELD, Form, Visit, cookie_name
from bot.store import audit, staff_sessions
from bot.store.people import Role
from bot.store.staff_sessions import Opened

Endpoint = Callable[[Request], Awaitable[Response]]

ABOUT = ("learner", "group", "member", "broadcast", "alert", "token", "entry", "workplace")
"""Names in an address that say whom or what a page is about: the first that is there is noted."""


def endpoint(desk: Desk, page: Page, templates: Jinja2Templates, frame: Frame) -> Endpoint:
    """The page as the web framework calls it."""

    async def answer(request: Request) -> Response:
        if page.method == "POST" and not _from_here(request, desk):
            raise HTTPException(403)
        asked = await run_in_threadpool(visit, desk, request, templates, frame)
        if page.method == "POST":
            # Whoever is not let in sends no large files.
            most = page.most if await run_in_threadpool(_expected, asked, page) else min(page.most, A_STRANGERS)
            asked = replace(asked, form=await read_form(request, most))
        return await run_in_threadpool(_answer, asked, page)

    return answer


def visit(desk: Desk, request: Request, templates: Jinja2Templates, frame: Frame) -> Visit:
    """The visit that a request makes, before its form is read."""
    now = desk.clock()
    token = request.cookies.get(cookie_name(desk))
    opened = staff_sessions.of(desk.store, token, now) if token else None
    language = opened.member.language if opened else chosen(request.headers.get("accept-language", ""))
    around = frame.around(opened, request.url.path)
    return Visit(desk, request, opened, Form(), now, language, templates, around)


def _answer(asked: Visit, page: Page) -> Response:
    if page.may is not None:
        if not _logged_in(asked.opened):
            return to_login(asked)
        if not _may(asked, page.may):
            raise HTTPException(403)
        if page.method == "POST" and asked.field(HIDDEN_FIELD) != asked.csrf:
            return to_page_again(asked)
    answered = page.answer(asked)
    _keep(asked, page, answered)
    return answered


def _expected(asked: Visit, page: Page) -> bool:
    """Whether a form is from somebody that the page is for."""
    if page.may is None:
        return page.knows is None or page.knows(asked)
    return _logged_in(asked.opened) and _may(asked, page.may)


def _may(asked: Visit, roles: frozenset[Role]) -> bool:
    return Role(asked.member.role) in roles


def _logged_in(opened: Opened | None) -> bool:
    return opened is not None and opened.session.proven


def _keep(asked: Visit, page: Page, answered: Response) -> None:
    """Keep that the session is in use, and for the audit what was done."""
    if asked.opened is None:
        return
    staff_sessions.seen(asked.desk.store, asked.opened.session, asked.now)
    if page.noted and answered.status_code < 400:
        about = next(
            (str(asked.request.path_params[name]) for name in ABOUT if name in asked.request.path_params), None
        )
        with asked.desk.store.writing() as session:
            audit.note(session, asked.member, page.noted, asked.now, about, asked.detail or None)


def _from_here(request: Request, desk: Desk) -> bool:
    """Whether a form was sent by a page of this console. Browsers tell, and no site can make them tell otherwise."""
    if site := request.headers.get("sec-fetch-site"):
        return site == "same-origin"
    origin = urlsplit(request.headers.get("origin", "")).netloc
    return origin in {request.headers.get("host"), urlsplit(desk.url).netloc} if origin else False
