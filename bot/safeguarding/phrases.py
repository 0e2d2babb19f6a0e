"""How a phrase of danger is written, and the steps that find it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Generic, TypeVar

from bot.safeguarding.flags import URGENCY, Flag
from bot.safeguarding.normalising import normalise

GAP = "..."
ENDING = "*"
LONGEST_GAP = 3
EDGE = "^"
"""Stands before and after the words of a message. No normalised word reads so."""

T = TypeVar("T")
NEEDS_WORDS = f"it needs words between, before and after every {GAP!r}, and before every {ENDING!r}"
LIST = re.compile(r"<([^<>\s]+)>")


@dataclass(frozen=True, eq=False)
class Word:
    """A normalised word, or the beginning of one."""

    text: str
    beginning: bool = False

    def fits(self, forms: Iterable[str]) -> bool:
        """Whether one of the forms of a word in a message is this one."""
        return any(form.startswith(self.text) if self.beginning else form == self.text for form in forms)


Way = tuple[Word, ...]
"""Words that follow each other without anything between."""


@dataclass(frozen=True, eq=False)
class Step:
    """A part of a phrase: one of several ways to say it, after up to ``LONGEST_GAP`` other words or at once."""

    ways: tuple[Way, ...]
    gap: bool = False


@dataclass(frozen=True, eq=False)
class Phrase:
    """A phrase as written in the content, and the steps that find it. Without a flag it is a harmless one."""

    flag: Flag | None
    language: str
    written: str
    steps: tuple[Step, ...]


class FirstWords(Generic[T]):
    """Finds things by the word that they begin with."""

    def __init__(self, things: Iterable[tuple[Word, T]]) -> None:
        self._exact: dict[str, list[T]] = {}
        self._beginnings: dict[str, list[T]] = {}
        for word, thing in things:
            (self._beginnings if word.beginning else self._exact).setdefault(word.text, []).append(thing)
        self._lengths = sorted({len(word) for word in self._beginnings})

    def of(self, forms: Iterable[str]) -> Iterator[T]:
        """Yield the things that begin with one of the forms of a word."""
        for form in forms:
            yield from self._exact.get(form, ())
            for length in takewhile(len(form).__ge__, self._lengths):
                yield from self._beginnings.get(form[:length], ())


class Reader:
    """Reads the phrases of one language; the same words in two phrases become the same step.

    Args:
        language: for messages.
        lists: the words that a phrase may name as `<name>`.
    """

    def __init__(self, language: str, lists: Mapping[str, Iterable[str]]) -> None:
        self._language = language
        self._lists = lists
        self._steps: dict[tuple[str, bool], Step] = {}

    def phrase(self, flag: str | None, written: str, *, whole: bool = False) -> Phrase:
        """Read a phrase as written: `...` is up to three other words, `word*` any ending, `<name>` one of a list.

        A `whole` phrase is found only in a message that says nothing else. Without a flag the phrase is harmless.

        Raises:
            ValueError: an unknown flag or list, or a phrase without words, with a gap at its edge or a bare `*`.
        """
        if flag is not None and flag not in URGENCY:
            raise ValueError(f"flag {flag!r} in {self._language}: use one of {', '.join(URGENCY)}")
        try:
            steps = [*self._read(written)]
        except _Unsearchable as error:
            raise ValueError(f"phrase {written!r} in {self._language}: {error}") from None
        edge = [_EDGE] if whole else []
        return Phrase(Flag(flag) if flag else None, self._language, written, (*edge, *steps, *edge))

    def _read(self, written: str) -> Iterator[Step]:
        gap, waiting = False, True
        for token in written.replace("…", GAP).replace(GAP, f" {GAP} ").split():
            if token != GAP:
                yield self._step(token, gap)
                gap = waiting = False
            elif waiting:
                break
            else:
                gap = waiting = True
        if waiting:
            raise _Unsearchable(NEEDS_WORDS)

    def _step(self, token: str, gap: bool) -> Step:
        known = self._steps.get((token, gap))
        return known or self._steps.setdefault((token, gap), Step(self._ways(token), gap))

    def _ways(self, token: str) -> tuple[Way, ...]:
        named = LIST.fullmatch(token)
        if not named:
            return (_way(token),)
        if named[1] not in self._lists:
            raise _Unsearchable(f"there is no list {named[1]!r} under `words`: {', '.join(self._lists) or 'none'}")
        return tuple(map(_way, self._lists[named[1]]))


_EDGE = Step(((Word(EDGE),),))


class _Unsearchable(ValueError):
    """A phrase cannot be searched for; the message says what it needs."""


def _way(words: str) -> Way:
    way = tuple(word for token in words.split() for word in _words(token))
    if not way:
        raise _Unsearchable(NEEDS_WORDS)
    return way


@lru_cache(maxsize=50_000)
def _words(token: str) -> tuple[Word, ...]:
    """One token may be several words (`qu'on*`); what precedes a `*` is a beginning. The same ones return a lot."""
    *words, last = normalise(token.removesuffix(ENDING)).split() or [""]
    if not last or ENDING in token[:-1]:
        raise _Unsearchable(NEEDS_WORDS)
    return (*map(Word, words), Word(last, beginning=token.endswith(ENDING)))
