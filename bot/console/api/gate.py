"""The way to an operation: which token asks, whether it may, and what the audit keeps of it."""

import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.console.access import throttle
from bot.console.api import problems
from bot.console.api.calls import Answer, Call, Operation
from bot.console.api.problems import Problem
from bot.console.desk import Desk
from bot.store import OutOfOrder, api_tokens, audit
from bot.store.tables import ApiToken

log = logging.getLogger(__name__)

Endpoint = Callable[[Request], Awaitable[Response]]

WAIT = "5"
"""Seconds after which a program may try again what the database could not do."""


def endpoint(desk: Desk, operation: Operation) -> Endpoint:
    """The operation as the web framework calls it."""

    async def answer(request: Request) -> Response:
        return await run_in_threadpool(_answer, desk, operation, request)

    return answer


def _answer(desk: Desk, operation: Operation, request: Request) -> Response:
    try:
        call = Call(desk, _token(desk, operation, request), request, desk.clock())
        found = operation.answer(call)
        _keep(call, operation, found)
        return JSONResponse(found.body.model_dump(mode="json"))
    except Problem as problem:
        return problems.answer(problem)
    except OutOfOrder as error:
        log.error("The API waits for the database: %s", error)
        detail = "The database cannot be used for now. Try again later."
        return problems.answer(Problem(HTTPStatus.SERVICE_UNAVAILABLE, detail, {"Retry-After": WAIT}))
    except Exception:
        log.exception("An operation of the API failed: %s", operation.name)
        detail = "This failed, and whoever runs Werkmaat finds it in the logs."
        return problems.answer(Problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail))


def _token(desk: Desk, operation: Operation, request: Request) -> ApiToken:
    """The token that was sent. Raises Problem when it does not let one read this."""
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise problems.unauthorised(sent=bool(scheme))
    token = api_tokens.of(desk.store, secret.strip(), desk.clock())
    if token is None:
        slow_enough = throttle.token_failed(desk.store, throttle.address(request), desk.clock())
        raise problems.unauthorised(sent=True) if slow_enough else problems.too_many(throttle.WINDOW)
    if operation.scope not in api_tokens.scopes_of(token):
        raise problems.forbidden(operation.scope)
    return token


def _keep(call: Call, operation: Operation, found: Answer) -> None:
    """Keep that the token is in use, and for the audit of which learners it was told."""
    api_tokens.used(call.desk.store, call.token, call.now)
    if operation.noted is None or (found.about is None and not found.learners):
        return
    store, token, told = call.desk.store, call.token, {"learners": [*found.learners]} if found.learners else None
    with store.writing() as session:
        audit.note_by(session, token.organisation_id, token.id, operation.noted, call.now, found.about, told)
