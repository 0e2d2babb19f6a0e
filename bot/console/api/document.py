"""The description of the API (OpenAPI 3.1), made of the operations themselves."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from pydantic.json_schema import models_json_schema

from bot.console.api import problems
from bot.console.api.bodies import ProblemDetails
from bot.console.api.calls import Operation

Json = dict[str, Any]

ABOUT = """\
Read access for the organisation's own case system. A learner is in it only if they share with a counsellor what they \
practise and agreed, besides, that their progress leaves Werkmaat with their name; who takes that back is gone from it \
at once. It knows nothing of messages, alerts, moods or answers. What it tells never feeds a sanction, a decision on a \
benefit or an attendance file: learners were promised that.
"""

WRONG = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
"""What may be answered to every operation about its token."""

LATER = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
"""What may be answered to every operation when it is to be asked again later."""


def document(operations: Iterable[Operation]) -> Json:
    """The whole description."""
    listed = list(operations)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Werkmaat", "version": "1", "description": ABOUT},
        "servers": [{"url": "/api"}],
        "security": [{"token": []}],
        "paths": {one.path: {"get": _operation(one)} for one in listed},
        "components": {
            "schemas": _schemas(listed),
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Made by an administrator, on the page /tokens of the console.",
                }
            },
        },
    }


def _operation(one: Operation) -> Json:
    return {
        "operationId": one.name,
        "summary": one.summary,
        "description": f"Needs the scope `{one.scope}`.",
        "parameters": [parameter.documented() for parameter in one.parameters],
        "responses": {
            "200": {"description": one.summary, "content": _content("application/json", one.gives.__name__)},
            **{str(status.value): _problem(status) for status in (*WRONG, *_others(one))},
        },
    }


def _others(one: Operation) -> Iterable[HTTPStatus]:
    places = {parameter.place for parameter in one.parameters}
    if "query" in places:
        yield HTTPStatus.BAD_REQUEST
    if "path" in places:
        yield HTTPStatus.NOT_FOUND
    yield from LATER


def _problem(status: HTTPStatus) -> Json:
    found: Json = {"description": status.phrase, "content": _content(problems.MEDIA_TYPE, ProblemDetails.__name__)}
    if status in WRONG:
        found["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    return found


def _content(media_type: str, schema: str) -> Json:
    return {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _schemas(operations: Iterable[Operation]) -> Json:
    bodies = {one.gives for one in operations} | {ProblemDetails}
    by_name = sorted(bodies, key=lambda body: body.__name__)
    _, schemas = models_json_schema(
        [(body, "serialization") for body in by_name], ref_template="#/components/schemas/{model}"
    )
    found: Json = schemas["$defs"]
    return found
