"""listen_type: something is heard and not read, and written down."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from bot.learning.items._base import Body, Question
from bot.learning.items._checks import Problem, text
from bot.learning.items._typed import TypedType
from bot.learning.shapes import Shape, Taught
from bot.learning.spelling import plain


class ListenType(TypedType):
    """Graded as type_word is; what is heard is among the answers."""

    name = "listen_type"
    own: ClassVar[tuple[Shape, ...]] = (Taught("say"), *TypedType.own)

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation and the sound."""
        return replace(super().question(body, order, steps), sound=body["say"], heard=True)

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield what is heard when it is no answer, and what is wrong with the answers."""
        yield from super().own_problems(body, level)
        answers = body.get("answers")
        heard = plain(text(body.get("say")))
        if heard and isinstance(answers, list) and heard not in {plain(text(answer)) for answer in answers}:
            yield Problem("answers", "lacks what is heard: whoever writes that is right")

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield what is heard, then the answers."""
        yield body["say"]
        yield from super().own_targets(body)


TYPE = ListenType()
