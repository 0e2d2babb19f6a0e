"""type_gap: one word is missing in a sentence of the target language, and it is typed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from bot.learning.items._base import Body, Line, Question, Target, Verdict
from bot.learning.items._checks import Problem
from bot.learning.items._gap import GAP, filled, gap_problems
from bot.learning.items._typed import TypedType
from bot.learning.shapes import Shape, Taught


class TypeGap(TypedType):
    """Graded as type_word is; then the whole sentence is shown."""

    name = "type_gap"
    own: ClassVar[tuple[Shape, ...]] = (Taught("sentence"), *TypedType.own)

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation, then the sentence with its gap."""
        asked = super().question(body, order, steps)
        lines: tuple[Line, ...] = (*asked.lines, Target(body["sentence"]))
        return replace(asked, lines=lines)

    def grade(self, body: Body, answer: str) -> Verdict:
        """Grade the word for the gap; the whole sentence, typed, is as good."""
        front, _, back = body["sentence"].partition(GAP)
        word = answer.strip().removeprefix(front.strip()).removesuffix(back.strip())
        verdict = super().grade(body, word)
        return replace(verdict, right=Target(filled(body["sentence"], verdict.right.text)))

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the sentence without its gap, as it can be said, then the answers."""
        yield filled(body["sentence"], body["answers"][0])
        yield from super().own_targets(body)

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield a wrong number of gaps, and what is wrong with the answers."""
        yield from gap_problems(body)
        yield from super().own_problems(body, level)


TYPE = TypeGap()
