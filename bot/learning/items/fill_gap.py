"""fill_gap: one word is missing in a sentence of the target language."""

from collections.abc import Iterator
from typing import ClassVar

from bot.learning.items._base import Body, Explained, Line, Target
from bot.learning.items._checks import Problem
from bot.learning.items._choices import ChoiceType
from bot.learning.items._gap import filled, gap_problems
from bot.learning.items._options import choices
from bot.learning.shapes import Shape, Taught


class FillGap(ChoiceType):
    """The word that fits is chosen among options; then the whole sentence is shown."""

    name = "fill_gap"
    labels = ("word",)
    own: ClassVar[tuple[Shape, ...]] = (Taught("sentence"), *choices(labels))

    def lines(self, body: Body) -> tuple[Line, ...]:
        """Return the situation, then the sentence with its gap."""
        return Explained("situation", body["situation"]), Target(body["sentence"])

    def sound(self, body: Body) -> str | None:
        """Return nothing: a sentence with a gap cannot be said."""
        return None

    def right_line(self, body: Body) -> Line:
        """Return the whole sentence."""
        return Target(filled(body["sentence"], body["options"][body["right"]]["word"]))

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the sentence, whole as it can be said, then the options."""
        yield filled(body["sentence"], body["options"][body["right"]]["word"])
        yield from super().own_targets(body)

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield a wrong number of gaps, and what is wrong with the options."""
        yield from gap_problems(body)
        yield from super().own_problems(body, level)


TYPE = FillGap()
