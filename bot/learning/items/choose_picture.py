"""choose_picture: something is said, and the picture that fits is tapped."""

from typing import ClassVar

from bot.learning.items._base import Body, Explained, Line, Target
from bot.learning.items._choices import ChoiceType
from bot.learning.items._options import choices
from bot.learning.shapes import Shape, Taught


class ChoosePicture(ChoiceType):
    """Every option is a picture, with own-language words that say what it shows."""

    name = "choose_picture"
    labels = ("picture",)
    own: ClassVar[tuple[Shape, ...]] = (Taught("say"), *choices(labels))

    def lines(self, body: Body) -> tuple[Line, ...]:
        """Return the situation, then what is said in it."""
        return Explained("situation", body["situation"]), Target(body["say"])


TYPE = ChoosePicture()
