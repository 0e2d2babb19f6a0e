"""What a program reads when it does not get what it asked for (RFC 9457)."""

from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus

from starlette.responses import JSONResponse, Response

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """Ends a request. ``detail`` says to who wrote the program what to do; it holds nothing that was sent."""

    def __init__(self, status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers


def answer(problem: Problem) -> Response:
    """The problem as it is sent."""
    body = {
        "type": "about:blank",
        "title": problem.status.phrase,
        "status": problem.status.value,
        "detail": problem.detail,
    }
    return JSONResponse(body, problem.status.value, problem.headers, MEDIA_TYPE)


def not_found() -> Problem:
    """There is none, or the token's organisation may not know of it: nobody can tell which."""
    return Problem(HTTPStatus.NOT_FOUND, "There is nothing here that this token may read.")


def unauthorised(*, sent: bool) -> Problem:
    """The token is missing, or (``sent``) is none, or no longer one."""
    detail = "Send a token that is not revoked and no older than a year, as `Authorization: Bearer <token>`."
    challenge = 'Bearer realm="werkmaat"' + (', error="invalid_token"' if sent else "")
    return Problem(HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": challenge})


def too_many(wait: timedelta) -> Problem:
    """Too many tokens that are none were sent from this address."""
    headers = {"Retry-After": str(int(wait.total_seconds()))}
    return Problem(HTTPStatus.TOO_MANY_REQUESTS, "Too many tokens that are none came from this address.", headers)


def forbidden(scope: str) -> Problem:
    """The token lets one read, but not this."""
    challenge = f'Bearer realm="werkmaat", error="insufficient_scope", scope="{scope}"'
    return Problem(HTTPStatus.FORBIDDEN, f"This needs a token with the scope {scope}.", {"WWW-Authenticate": challenge})


def bad(parameter: str, takes: str) -> Problem:
    """A value of the address is not what it should be."""
    return Problem(HTTPStatus.BAD_REQUEST, f"The parameter {parameter} takes {takes}.")
