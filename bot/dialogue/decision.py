"""What is known of the decision that Rasa is taking: its question, and what became of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass
class Decision:
    """One call of Rasa.

    Args:
        expects: the journey whose question is open; the tracker is rebuilt from it.
        actions: names of the actions that ran, in order.
        failure: what Rasa would have swallowed.
    """

    expects: str
    actions: list[str] = field(default_factory=list)
    failure: Exception | None = None


_current: ContextVar[Decision] = ContextVar("decision")


def current_decision() -> Decision:
    """The decision that is being taken; for what Rasa calls with arguments of its own."""
    return _current.get()


@contextmanager
def taking(decision: Decision) -> Iterator[Decision]:
    """Make ``decision`` the current one."""
    token = _current.set(decision)
    try:
        yield decision
    finally:
        _current.reset(token)
