"""listen_choose: something is heard and not read; what it means, or what to do, is tapped."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from bot.learning.items._base import Body, Explained, Line, Question, Target
from bot.learning.items._choices import ChoiceType
from bot.learning.items._options import choices
from bot.learning.shapes import Shape, Taught


class ListenChoose(ChoiceType):
    """Options are words of the target language, own-language words, or pictures. What was said is read afterwards."""

    name = "listen_choose"
    labels = ("word", "text", "picture")
    own: ClassVar[tuple[Shape, ...]] = (Taught("say"), *choices(labels))

    def lines(self, body: Body) -> tuple[Line, ...]:
        """Return the situation alone."""
        return (Explained("situation", body["situation"]),)

    def question(self, body: Body, order: list[str], steps: Sequence[str] = ()) -> Question:
        """Return the situation, the sound, and one button an option."""
        return replace(super().question(body, order, steps), heard=True)

    def said(self, body: Body) -> Mapping[str, str]:
        """Return nothing: what was heard is found again, not said."""
        return {}

    def right_line(self, body: Body) -> Line:
        """Return what was said."""
        return Target(body["say"])


TYPE = ListenChoose()
