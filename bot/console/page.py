"""A page of the console: where it stands, who may open it, and what the audit keeps of that."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from bot.console.visit import Visit
from bot.store.people import Role

COUNSELLING = frozenset({Role.COUNSELLOR, Role.LEAD})
LEADING = frozenset({Role.LEAD})
COORDINATING = frozenset({Role.COORDINATOR})
ADMINISTERING = frozenset({Role.ADMINISTRATOR})
STAFF = frozenset(Role)
EVERYBODY: None = None
"""Also who is not logged in."""

A_FORM = 64 * 1024
"""Bytes of a form without files."""

A_STRANGERS = 1024 * 1024
"""Bytes of a form that is read from somebody who is not let in: enough for what they typed, which is given back."""


@dataclass(frozen=True)
class Page:
    """One page, or one thing that can be done on it.

    Attributes:
        path: such as ``/learners/{learner}``.
        answer: makes the answer; it runs in a thread and may block.
        may: the roles that may open it; EVERYBODY needs no login.
        noted: what the audit keeps, such as ``learner.seen``, when it was answered; None when it shows nobody.
        method: GET for what only shows, POST for what changes something.
        most: bytes of the form that it takes.
        knows: of a page for everybody that takes large forms: whether this is somebody it waits for. It is asked before
            the form is read.
    """

    path: str
    answer: Callable[[Visit], Response]
    may: frozenset[Role] | None
    noted: str | None = None
    method: str = "GET"
    most: int = A_FORM
    knows: Callable[[Visit], bool] | None = None
