"""fill_gap: one word is missing in a sentence of the target language."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from bot.learning.items._base import Body, Explained, Line, Target
from bot.learning.items._checks import Problem, text
from bot.learning.items._choices import ChoiceType

GAP = "___"


class FillGap(ChoiceType):
    """The word that fits is chosen among options; then the whole sentence is shown."""

    name = "fill_gap"
    labels = ("word",)
    required: ClassVar[Mapping[str, type]] = {"sentence": str, **ChoiceType.required}

    def lines(self, body: Body) -> tuple[Line, ...]:
        """Return the situation, then the sentence with its gap."""
        return Explained("situation", body["situation"]), Target(body["sentence"])

    def right_line(self, body: Body) -> Line:
        """Return the whole sentence."""
        return Target(body["sentence"].replace(GAP, body["options"][body["right"]]["word"]))

    def own_targets(self, body: Body) -> Iterator[str]:
        """Yield the sentence, then the options."""
        yield body["sentence"]
        yield from super().own_targets(body)

    def own_problems(self, body: Body, level: str | None) -> Iterator[Problem]:
        """Yield a wrong number of gaps, and what is wrong with the options."""
        sentence = text(body.get("sentence"))
        if sentence and (sentence.count(GAP) != 1 or "_" in sentence.replace(GAP, "")):
            yield Problem("sentence", f"needs exactly one gap, written {GAP}")
        yield from super().own_problems(body, level)


TYPE = FillGap()
