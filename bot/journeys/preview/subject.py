"""What is looked at in a preview, and as whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Subject:
    """A form of an entry; ``body`` reads as it would be published.

    Of a unit, ``items`` are the drafts of its items by their ids; None of what is to be retired.
    """

    kind: str
    entry_id: str
    body: Mapping[str, Any]
    items: Mapping[str, Mapping[str, Any] | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Choices:
    """As whom: the own language of the made-up learner, and whether they listen because they read no script."""

    language: str
    listens: bool = False
