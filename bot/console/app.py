"""The console as one web application."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

from starlette.applications import Starlette
from starlette.templating import Jinja2Templates

from bot.console.pages import confirm, health, landing, metrics
from bot.console.pages.health import AskHealth
from bot.console.pages.metrics import AskMetrics
from bot.i18n import Catalogues
from bot.store import Store

TEMPLATES = Path(__file__).parent / "templates"


def create_app(
    store: Store,
    catalogues: Catalogues,
    bot_health: AskHealth,
    bot_metrics: AskMetrics,
    *,
    clock: Callable[[], datetime],
    random: Random,
    phone: bool,
) -> Starlette:
    """Return the console: /, /confirm, /healthz and /metrics.

    Args:
        store: what the bot keeps.
        catalogues: the words of the pages.
        bot_health: asks the bot process what holds; None when it does not answer.
        bot_metrics: the numbers of the bot process, or at least of the queues.
        clock: tells the time, in UTC.
        random: for the ids of messages.
        phone: whether the simulator stands beside it at /phone.
    """
    templates = Jinja2Templates(TEMPLATES)
    return Starlette(
        routes=[
            landing.route(templates, catalogues, phone=phone),
            confirm.route(templates, catalogues, store, clock, random),
            health.route(store, bot_health),
            metrics.route(bot_metrics),
        ]
    )
