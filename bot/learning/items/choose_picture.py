"""choose_picture: something is said, and the picture that fits is tapped."""

from collections.abc import Mapping
from typing import ClassVar

from bot.learning.items._base import Body, Explained, Line, Target
from bot.learning.items._choices import ChoiceType


class ChoosePicture(ChoiceType):
    """Every option is a picture, with own-language words that say what it shows."""

    name = "choose_picture"
    labels = ("picture",)
    required: ClassVar[Mapping[str, type]] = {"say": str, **ChoiceType.required}

    def lines(self, body: Body) -> tuple[Line, ...]:
        """Return the situation, then what is said in it."""
        return Explained("situation", body["situation"]), Target(body["say"])


TYPE = ChoosePicture()
