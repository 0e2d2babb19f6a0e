"""How words of the course are counted and compared."""

import re
from collections.abc import Mapping

from bot.learning.levels import LEVELS

MOST: Mapping[str, int] = {"pre-A1": 3, "A1": 6, "A2": 10}
"""How many words a sentence has that a learner of a level must say; from B1 on as many as it takes."""

_END = re.compile(r"[.!?…]+(?:[\s”\"']+|$)")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,:][^\W_]+)*")


def longest_sentence(text: str) -> tuple[int, str]:
    """The number of words of the longest sentence in a text, and that sentence."""
    return max((len(words(sentence)), sentence.strip()) for sentence in _END.split(text))


def words(text: str) -> list[str]:
    """The words of a text in small letters; `8.30` and `zo'n` are one."""
    return [word.casefold() for word in _WORD.findall(text)]


def same(text: str) -> str:
    """What two texts share that say the same: signs and capitals make no difference, accents do (*een*, *één*)."""
    return " ".join(words(text)) or text.strip()


def one_higher(level: str) -> str:
    """The level of what is heard or read: one above that of what is said."""
    return LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)]
