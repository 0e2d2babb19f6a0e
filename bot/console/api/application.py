"""The API as one web application: its operations, and its description."""

from collections.abc import Iterator
from http import HTTPStatus
from importlib import import_module
from pkgutil import iter_modules

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.console.api import problems, v1
from bot.console.api.calls import Operation
from bot.console.api.document import document
from bot.console.api.gate import endpoint
from bot.console.api.problems import Problem
from bot.console.desk import Desk


def operations() -> Iterator[Operation]:
    """Every operation: each file of ``v1/`` has its own in OPERATION."""
    for module in iter_modules(v1.__path__):
        yield import_module(f"{v1.__name__}.{module.name}").OPERATION


def api(desk: Desk) -> Starlette:
    """Return what stands at /api: /v1/... and /openapi.json."""
    described = document(operations())

    async def openapi(_: Request) -> Response:
        return JSONResponse(described)

    routes = [Route(one.path, endpoint(desk, one), methods=["GET"]) for one in operations()]
    handlers = {HTTPException: _problem}
    return Starlette(routes=[Route("/openapi.json", openapi), *routes], exception_handlers=handlers)


def _problem(_: Request, error: Exception) -> Response:
    """What the web framework says no to, as a problem: an address that there is not, a method that is none of its."""
    if not isinstance(error, HTTPException):
        raise error
    detail = "See /api/openapi.json for what can be asked here."
    return problems.answer(Problem(HTTPStatus(error.status_code), detail, error.headers))
