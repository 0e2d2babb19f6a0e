"""/confirm: a colleague confirms that something was done at work. No account, no script, nothing about the learner."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from bot.console.languages import chosen
from bot.i18n import Catalogues, Text
from bot.journeys import confirming
from bot.store import Store

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}


def route(
    templates: Jinja2Templates, catalogues: Catalogues, store: Store, clock: Callable[[], datetime], random: Random
) -> Route:
    """Looking (GET) shows what is asked; only the button (POST) confirms, since programs look at links too."""

    async def page(request: Request) -> Response:
        code = request.path_params["code"]
        pressed = request.method == "POST" and confirming.confirm(store, code, clock(), random)
        task = confirming.look(store, code, clock())
        language = chosen(request.headers.get("accept-language", ""))

        def words(key: str) -> str:
            return catalogues.plain(Text(f"console.confirm.{key}"), language)

        context = {"words": words, "language": language, "task": task, "pressed": pressed}
        context["asked"] = catalogues.plain(task.words, language) if task else ""
        return templates.TemplateResponse(request, "confirm.html", context, 200 if task else 404, headers=HEADERS)

    return Route("/confirm/{code}", page, methods=["GET", "POST"])
