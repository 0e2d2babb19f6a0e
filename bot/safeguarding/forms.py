"""What somebody may have meant to type: the forms in which a word of a message is looked for."""

import re
from collections.abc import Collection, Iterable, Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

SHORTEST_SLIP = 6
"""Letters from which on a word with one slip still reads as that word; in shorter ones a letter makes another word."""

DRAWN_OUT = re.compile(r"(.)\1{2,}")
AND = "و"
"""Arabic, Persian and Pashto write "and" at the front of the next word."""

SHORTEST_AFTER_AND = 3


class Forms:
    """Knows the words of all phrases, and which of them a typed word may be."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._vocabulary = frozenset(vocabulary)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._vocabulary):
            self._by_length.setdefault(len(word), []).append(word)

    def of(self, word: str) -> Collection[str]:
        """Return the word as typed, then what it may stand for.

        Without drawn-out letters ("heeelp"), without an "and" written to it, and, if it is none of the known words,
        those that differ by one letter left out, added, changed or swapped (the optimal string alignment distance).
        """
        forms = {word: None}
        for plain in self._plainer(word):
            forms[plain] = None
        if not self._vocabulary.intersection(forms):
            forms.update(dict.fromkeys(self._near(word)))
        return forms

    def _plainer(self, word: str) -> Iterator[str]:
        if DRAWN_OUT.search(word):
            yield DRAWN_OUT.sub(r"\1\1", word)
            yield DRAWN_OUT.sub(r"\1", word)
        if word.startswith(AND) and len(word) > SHORTEST_AFTER_AND:
            yield word.removeprefix(AND)

    def _near(self, word: str) -> Iterator[str]:
        if len(word) < SHORTEST_SLIP:
            return
        for length in range(max(SHORTEST_SLIP, len(word) - 1), len(word) + 2):
            for known, _, _ in extract_iter(word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=1):
                yield known
