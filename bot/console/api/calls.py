"""One request of a program, what is answered, and the operations that there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request

from bot.catalogue.course import Course
from bot.console.api import problems
from bot.console.desk import Desk
from bot.journeys import outside
from bot.store.api_tokens import Scope
from bot.store.outside import Leave
from bot.store.tables import ApiToken

LONGEST_ID = 24


@dataclass(frozen=True)
class Call:
    """A request with a token that lets it through."""

    desk: Desk
    token: ApiToken
    request: Request
    now: datetime

    @property
    def course(self) -> Course:
        return self.desk.courses.current()

    @property
    def leave(self) -> Leave:
        """Of whom this token may tell."""
        return outside.leave(self.token.organisation_id)

    def path(self, name: str) -> str:
        """A part of the address. Raises Problem (404) when it can be nothing that there is."""
        value = str(self.request.path_params[name])
        if not is_id(value):
            raise problems.not_found()
        return value

    def query(self, name: str) -> str | None:
        """A value behind the question mark; None when it is not there."""
        return self.request.query_params.get(name)


@dataclass(frozen=True)
class Answer:
    """What is answered; ``about`` is the learner whom it tells of, ``learners`` are those of a list."""

    body: BaseModel
    about: str | None = None
    learners: Sequence[str] = ()


@dataclass(frozen=True)
class Parameter:
    """A value of the address: its name, where it stands (``path`` or ``query``), what it says, its JSON schema."""

    name: str
    place: str
    says: str
    schema: dict[str, Any]

    def documented(self) -> dict[str, Any]:
        """Itself as OpenAPI has it."""
        required = {"required": True} if self.place == "path" else {}
        return {"name": self.name, "in": self.place, "description": self.says, "schema": self.schema, **required}


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked.

    Attributes:
        path: below ``/api``, such as ``/v1/learners/{learner}``.
        name: its ``operationId``.
        summary: what it answers, in a line.
        scope: what a token needs for it.
        answer: makes the answer; it runs in a thread and may block.
        gives: what the body of the answer is.
        noted: what the audit keeps when it tells of learners; None when it never does.
        parameters: the values of the address.
    """

    path: str
    name: str
    summary: str
    scope: Scope
    answer: Callable[[Call], Answer]
    gives: type[BaseModel]
    noted: str | None = None
    parameters: tuple[Parameter, ...] = field(default=())


def is_id(value: str) -> bool:
    """Whether this can be an id: what else is sent never comes to the database."""
    return 0 < len(value) <= LONGEST_ID and value.isascii() and value.replace("-", "").replace("_", "").isalnum()
