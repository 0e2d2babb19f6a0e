"""The console as one web application."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.catalogue.course import NotPublished
from bot.console import pages
from bot.console.api import api
from bot.console.desk import Desk
from bot.console.doorway import endpoint
from bot.console.faults import fault_page
from bot.console.headers import WithHeaders
from bot.console.navigation import Frame
from bot.console.page import Page
from bot.console.pages import health, metrics
from bot.console.pages.health import AskHealth
from bot.console.pages.metrics import AskMetrics
from bot.console.templating import templates
from bot.store import Conflict

STATIC = Path(__file__).parent / "static"


def all_pages() -> Iterator[Page]:
    """Every page: each file of ``pages/`` lists its own in PAGES."""
    for module in iter_modules(pages.__path__):
        yield from getattr(import_module(f"{pages.__name__}.{module.name}"), "PAGES", ())


def create_app(desk: Desk, bot_health: AskHealth, bot_metrics: AskMetrics) -> Starlette:
    """Return the console: its pages, /api, /static, /healthz and /metrics.

    Args:
        desk: what the pages work with.
        bot_health: asks the bot process what holds; None when it does not answer.
        bot_metrics: the numbers of the bot process, or at least of the queues.
    """
    everything = list(all_pages())
    frame, shapes = Frame(everything, desk.demo), templates()
    routes: list[Route | Mount] = [
        Route(page.path, endpoint(desk, page, shapes, frame), methods=[page.method]) for page in everything
    ]
    routes += [health.route(desk.store, bot_health), metrics.route(bot_metrics)]
    routes += [Mount("/api", api(desk)), Mount("/static", StaticFiles(directory=STATIC))]

    def fault(request: Request, error: Exception) -> Response:
        return fault_page(desk, request, shapes, frame, error)

    app = Starlette(
        routes=routes, exception_handlers={HTTPException: fault, Conflict: fault, NotPublished: fault, Exception: fault}
    )
    app.add_middleware(WithHeaders, private=desk.private)
    return app
