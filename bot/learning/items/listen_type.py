"""listen_type: something is heard and not read, and written down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from bot.learning.items._base import Body, Question
from bot.learning.items._typed import TypedType


class ListenType(TypedType):
    """Graded as type_word is; what is heard is among the answers."""

    name = "listen_type"
    required: ClassVar[Mapping[str, type]] = {"say": str, **TypedType.required}

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation and the sound."""
        return replace(super().question(body, order, steps), sound=body["say"], heard=True)

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield what is heard, then the answers."""
        yield body["say"]
        yield from super().own_targets(body)


TYPE = ListenType()
