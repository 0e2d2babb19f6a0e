"""What both sides let a learner do."""

from typing import Protocol


class Learner(Protocol):
    """Somebody who practises, on either side."""

    async def text(self, words: str) -> float:
        """Type something. Returns the seconds that the turn took."""

    async def button(self) -> float:
        """Tap an answer. Returns the seconds that the turn took."""
