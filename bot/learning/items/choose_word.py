"""choose_word: a situation, perhaps something said, and the right reaction among options."""

from collections.abc import Mapping
from typing import ClassVar

from bot.learning.items._base import Body, Explained, Line, Target
from bot.learning.items._choices import ChoiceType


class ChooseWord(ChoiceType):
    """Options are all words of the target language, or all in the own language."""

    name = "choose_word"
    optional: ClassVar[Mapping[str, type]] = {"say": str}

    def lines(self, body: Body) -> tuple[Line, ...]:
        """Return the situation, then what is said in it."""
        said = (Target(body["say"]),) if body.get("say") else ()
        return Explained("situation", body["situation"]), *said


TYPE = ChooseWord()
