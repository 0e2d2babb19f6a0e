"""/: what this is, until staff can log in here."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from bot.console.languages import STAFF_LANGUAGE
from bot.i18n import Catalogues, Text

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def route(templates: Jinja2Templates, catalogues: Catalogues, *, phone: bool) -> Route:
    """Answer with a page that leads to the simulator, if there is one."""

    def words(key: str) -> str:
        return catalogues.plain(Text(f"console.{key}"), STAFF_LANGUAGE)

    async def landing(request: Request) -> Response:
        context = {"words": words, "language": STAFF_LANGUAGE, "phone": phone}
        return templates.TemplateResponse(request, "landing.html", context, headers=HEADERS)

    return Route("/", landing)
