"""A program that reads the API, and learners who agreed to be in it or did not."""

from collections.abc import Collection, Mapping
from random import Random
from typing import Any

import httpx
from jsonschema import Draft202012Validator

from bot.console.api.application import operations
from bot.console.api.document import document
from bot.journeys import consent
from bot.store import Store, api_tokens
from bot.store.api_tokens import Scope
from bot.store.tables import Consent, Learner, Staff
from tests.console.desks import Console
from tests.fakes.stores import BEGINNING, add, add_learner

BOTH = (consent.SHARING, consent.EXPORT)

DOCUMENT = document(operations())


def a_token(store: Store, member: Staff, *scopes: Scope) -> str:
    """A token of the organisation of a member of staff; of all scopes when none is given. Returns the secret."""
    with store.writing() as session:
        random = Random(f"{member.id}{scopes}")
        _, secret = api_tokens.make(session, member, "Case system", scopes or tuple(Scope), BEGINNING, random)
    return secret


class Program(httpx.AsyncClient):
    """Asks with a token, and looks whether every answer is as the document says."""

    def __init__(self, console: Console, secret: str | None) -> None:
        headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        transport = httpx.ASGITransport(console.app, raise_app_exceptions=False)
        super().__init__(transport=transport, base_url=f"{console.url}/api", headers=headers)

    async def asks(self, path: str, **query: Any) -> httpx.Response:
        """GET a path below /api. Asserts that its answer is documented."""
        answer = await self.get(path, params=query)
        assert_documented(answer)
        return answer

    async def reads(self, path: str, **query: Any) -> Any:
        """What is answered to who may read it."""
        answer = await self.asks(path, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()


def assert_documented(answer: httpx.Response) -> None:
    """Assert that the document has this operation, this status, this kind of content, and that the body fits."""
    operation = _documented(answer.request.url.path.removeprefix("/api"))
    content = operation["responses"][str(answer.status_code)]["content"]
    schema = content[answer.headers["content-type"]]["schema"]
    Draft202012Validator({**schema, "components": DOCUMENT["components"]}).validate(answer.json())


def _documented(path: str) -> Mapping[str, Any]:
    """The operation of a path, whose parts in braces may be anything."""
    given = path.split("/")
    for template, methods in DOCUMENT["paths"].items():
        wanted = template.split("/")
        alike = (one == other or one.startswith("{") for one, other in zip(wanted, given, strict=False))
        if len(wanted) == len(given) and all(alike):
            found: Mapping[str, Any] = methods["get"]
            return found
    raise AssertionError(f"{path} is not documented")


def agree(store: Store, learner: Learner, *kinds: str, given: bool = True) -> None:
    add(store, *(Consent(learner_id=learner.id, kind=k, given=given, notice="test", at=BEGINNING) for k in kinds))


def add_agreed(store: Store, number: int, kinds: Collection[str] = BOTH, **changes: Any) -> Learner:
    """A learner who agreed to these kinds; to all that the API needs, if none are given."""
    learner = add_learner(store, number, **changes)
    agree(store, learner, *kinds)
    return learner
