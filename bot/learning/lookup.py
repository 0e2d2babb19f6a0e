"""Looking a word up in the course: which item teaches it? Case, article, plural and typing slips are forgiven."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.learning.items import Item, item_types
from bot.learning.spelling import near, plain

LONGEST_ARTICLE = 3
"""Letters of an article, in any target language that we know of."""

LONGEST_ENDING = 2
"""Letters by which a form of a word may be longer than the word itself."""

SHORTEST = 4
"""Letters of a word that may have an ending, and of one that is looked for in sentences."""

MOST_WORDS = 6
"""More words than these are a sentence, and not looked up."""

SAYS = ":"
"""Stands in a meaning after the words that it is about."""


@dataclass(frozen=True)
class _Terms:
    """An item with the plain words that it teaches, and those that merely occur in it."""

    item: Item
    taught: frozenset[str]
    spoken: frozenset[str]


class Lookup:
    """The words that these items teach."""

    def __init__(self, items: Iterable[Item]) -> None:
        # What lets a word be met explains it best: it asks nothing.
        by_use = sorted(items, key=lambda item: item_types()[item.type].asks)
        self._terms = [_terms(item) for item in by_use]
        self._words = frozenset(word for terms in self._terms for word in terms.spoken)

    def find(self, asked: str) -> Item | None:
        """Return the item that teaches a word best; None when the course has no such word.

        One that teaches exactly this goes before one that teaches something near it, and that one before one in whose
        sentences it occurs.
        """
        wanted = plain(asked)
        if not wanted or len(wanted.split()) > MOST_WORDS:
            return None
        for fits in (_taught, self._nearly_taught, _spoken):
            if found := next((one.item for one in self._terms if fits(wanted, one)), None):
                return found
        return None

    def find_within(self, message: str) -> Item | None:
        """Return the item that teaches exactly some of the words of a short message; None when none does."""
        words = plain(message).split()
        runs = _runs(words) if len(words) <= MOST_WORDS else ()
        return next((one.item for run in runs for one in self._terms if _taught(run, one)), None)

    def _nearly_taught(self, wanted: str, terms: _Terms) -> bool:
        """Whether it is meant to be something that is taught; another word of the course never is."""
        bare = _bare(wanted)
        return any(_is_form(bare, term) or near(bare, term, self._words) for term in terms.taught)


def _runs(words: list[str]) -> Iterator[str]:
    """Neighbouring words, the longest first; short ones alone say too little."""
    for length in range(len(words), 0, -1):
        runs = (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
        yield from (run for run in runs if len(run) >= SHORTEST)


def _taught(wanted: str, terms: _Terms) -> bool:
    return not {wanted, _bare(wanted)}.isdisjoint(terms.taught)


def _spoken(wanted: str, terms: _Terms) -> bool:
    return len(wanted) >= SHORTEST and any(_is_form(wanted, word) for word in terms.spoken)


def _is_form(word: str, term: str) -> bool:
    """Whether it is the term, or the term with an ending."""
    longer = len(word) - len(term)
    return word == term or (len(term) >= SHORTEST and 0 < longer <= LONGEST_ENDING and word.startswith(term))


def _bare(words: str) -> str:
    """Words without the article in front."""
    front, _, rest = words.partition(" ")
    return rest if rest and len(front) <= LONGEST_ARTICLE else words


def _terms(item: Item) -> _Terms:
    kind = item_types()[item.type]
    taught = [*_named(item.body["meaning"]), item.body.get("word", ""), *kind.said(item.body).values()]
    forms = {form for term in map(plain, taught) if term for form in (term, _bare(term))}
    spoken = {word for target in kind.targets(item.body) for word in plain(target).split()}
    return _Terms(item, frozenset(forms), frozenset(spoken))


def _named(meaning: str) -> Iterator[str]:
    """The words that a meaning is about: `camionette: bestelwagen. Lossen: leegmaken.` is about two."""
    for sentence in meaning.split(". "):
        words, says, _ = sentence.partition(SAYS)
        if says:
            yield words
