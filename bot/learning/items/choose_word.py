"""choose_word: a situation, perhaps something said, and the right reaction among options."""

from typing import ClassVar

from bot.learning.items._base import Body, Explained, Line, Target
from bot.learning.items._choices import ChoiceType
from bot.learning.shapes import Shape, Taught


class ChooseWord(ChoiceType):
    """Options are all words of the target language, or all in the own language."""

    name = "choose_word"
    own: ClassVar[tuple[Shape, ...]] = (Taught("say", required=False), *ChoiceType.own)

    def lines(self, body: Body) -> tuple[Line, ...]:
        """Return the situation, then what is said in it."""
        said = (Target(body["say"]),) if body.get("say") else ()
        return Explained("situation", body["situation"]), *said


TYPE = ChooseWord()
