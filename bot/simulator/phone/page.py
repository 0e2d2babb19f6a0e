"""The page with the phones."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

ROOM = Path(__file__).parents[1]
# Offered for a new phone, as Telegram names them in language_code; any other code can be typed.
LANGUAGES = ("en", "nl", "fr", "ar", "tr", "uk", "ru", "fa", "ps", "so", "ti", "es", "pl", "ro", "am", "ckb")
HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "media-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def routes() -> list[BaseRoute]:
    """Return the routes of the page and of what it is made of."""
    templates = Jinja2Templates(ROOM / "templates")

    async def phone(request: Request) -> Response:
        return templates.TemplateResponse(request, "phone.html", {"languages": LANGUAGES}, headers=HEADERS)

    return [
        Route("/phone", phone),
        Mount("/phone/static", StaticFiles(directory=ROOM / "static"), name="phone_static"),
    ]
