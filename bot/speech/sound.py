"""What is to be heard."""

import re
import unicodedata
from dataclasses import dataclass, field

GAP = re.compile("_+")
PAUSE = " … "
JOINERS = "\u200c\u200d"
"""Persian and Arabic join or part letters with them; other signs without a form say nothing."""


class NoSound(Exception):
    """Why something cannot be heard, without the words. ``detail`` is what the program said, which may hold them."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.detail = detail


@dataclass(frozen=True)
class Sound:
    """Words of one language (``nl``, ``fa_AF``) to be heard, as people speak or slowly.

    Nothing is kept of ``personal`` ones, which a person wrote to another. What was recorded for a ``team`` alone is
    heard there; else the sound is the same for all.
    """

    words: str
    language: str
    slow: bool = False
    personal: bool = False
    team: str = field(default="", compare=False)

    @property
    def spoken(self) -> str:
        """The words on one line as a program should say them: a gap is a pause."""
        return " ".join("".join(map(_spoken, GAP.sub(PAUSE, self.words))).split())


def _spoken(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cf":
        return character if character in JOINERS else ""
    return " " if kind.startswith("C") else character
