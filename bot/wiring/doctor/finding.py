"""What a check finds."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How something is."""

    OK = "ok"
    ATTENTION = "attention"
    BROKEN = "broken"


@dataclass(frozen=True)
class Finding:
    """How something is, in one line, and what to do about it. Neither holds a learner's words nor the token."""

    state: State
    found: str
    to_do: str = ""


def ok(found: str) -> Finding:
    """All is well."""
    return Finding(State.OK, found)


def attention(found: str, to_do: str) -> Finding:
    """Learners are served, but somebody should look at it."""
    return Finding(State.ATTENTION, found, to_do)


def broken(found: str, to_do: str) -> Finding:
    """Something does not work."""
    return Finding(State.BROKEN, found, to_do)
