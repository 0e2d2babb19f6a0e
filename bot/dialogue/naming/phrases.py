"""A list of phrases that is searched in a text, each with what it stands for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.dialogue.naming.tokens import tokens

T = TypeVar("T")

MOST_WORDS = 4
SHORTEST_STEM = 2
ANY_ENDING = "*"


@dataclass(frozen=True)
class Found(Generic[T]):
    """What stands at ``start`` up to, not including, ``end``, counted in tokens."""

    value: T
    start: int
    end: int


class Phrases(Generic[T]):
    """Phrases of one to four words; the last word may end in ``*``, for any ending.

    Args:
        phrases: each with what it stands for; of the same phrase the first one counts.
        prefixes: what may be written together in front of a word, as in Arabic.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], prefixes: Sequence[str] = ()) -> None:
        self._whole: dict[tuple[str, ...], T] = {}
        self._stems: dict[tuple[str, ...], T] = {}
        self._prefixes = sorted({part for one in prefixes for part in tokens(one)}, key=len, reverse=True)
        for phrase, value in phrases:
            words = tuple(tokens(phrase))
            if words:
                (self._stems if phrase.endswith(ANY_ENDING) else self._whole).setdefault(words, value)
        # Most words begin no phrase: that is seen at once.
        self._beginnings = {words[0][:SHORTEST_STEM] for words in (*self._whole, *self._stems)}

    def at(self, words: Sequence[str], start: int) -> Found[T] | None:
        """The longest phrase that begins at this place; None when none does."""
        firsts = [one for one in self._without_prefix(words[start]) if one[:SHORTEST_STEM] in self._beginnings]
        for end in range(min(start + MOST_WORDS, len(words)), start, -1) if firsts else ():
            for first in firsts:
                value = self._of((first, *words[start + 1 : end]))
                if value is not None:
                    return Found(value, start, end)
        return None

    def every(self, words: Sequence[str]) -> Iterator[Found[T]]:
        """Yield the phrases of a text, none inside another one."""
        place = 0
        while place < len(words):
            found = self.at(words, place)
            if found:
                yield found
            place = found.end if found else place + 1

    def _of(self, words: tuple[str, ...]) -> T | None:
        if words in self._whole:
            return self._whole[words]
        *before, last = words
        lengths = range(len(last), SHORTEST_STEM - 1, -1)
        stems = ((*before, last[:length]) for length in lengths)
        return next((self._stems[stem] for stem in stems if stem in self._stems), None)

    def _without_prefix(self, word: str) -> list[str]:
        """The word, then the word without each of the prefixes that it begins with."""
        rests = [word.removeprefix(one) for one in self._prefixes if word.startswith(one)]
        return [word, *(rest for rest in rests if len(rest) > 1)]
