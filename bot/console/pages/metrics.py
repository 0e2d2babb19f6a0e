"""/metrics: numbers in the form of Prometheus."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

AskMetrics = Callable[[], Awaitable[bytes]]

PROMETHEUS = "text/plain; version=1.0.0; charset=utf-8"


def route(bot_metrics: AskMetrics) -> Route:
    """Answer with the numbers of the bot process."""

    async def metrics(_: Request) -> Response:
        return Response(await bot_metrics(), headers={"Content-Type": PROMETHEUS})

    return Route("/metrics", metrics)
