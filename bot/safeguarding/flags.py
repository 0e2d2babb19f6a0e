"""Finds explicit phrases of danger in any language, before anything else reads the message."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, takewhile
from typing import Any

from bot.safeguarding.normalising import normalise

GAP = "..."
ENDING = "*"
LONGEST_GAP = 3
EDGE = "^"
"""Stands before and after the words of a message. No normalised word reads so."""


class Flag(StrEnum):
    """A kind of danger, the most pressing first: it is the one that is answered."""

    SELF_HARM = "self_harm"
    EMERGENCY = "emergency"
    VIOLENCE = "violence"
    EXPLOITATION = "exploitation"


URGENCY = tuple(Flag)


@dataclass(frozen=True)
class Step:
    """One word of a phrase: exact or a beginning, after at most `gap` other words."""

    word: str
    beginning: bool = False
    gap: int = 0

    def fits(self, word: str) -> bool:
        """Whether a normalised word is this one."""
        return word.startswith(self.word) if self.beginning else word == self.word


@dataclass(frozen=True, eq=False)
class Phrase:
    """A phrase as written in the content, and the steps that find it."""

    flag: Flag
    language: str
    written: str
    steps: tuple[Step, ...]


class Phrasebook:
    """The phrases of every language at once: people write in whichever comes to mind."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._starts: dict[str, list[Phrase]] = {}
        self._beginnings: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            first = phrase.steps[0]
            index = self._beginnings if first.beginning else self._starts
            index.setdefault(first.word, []).append(phrase)
        self._lengths = sorted({len(word) for word in self._beginnings})

    @classmethod
    def from_raw(cls, files: Iterable[Mapping[str, Any]]) -> "Phrasebook":
        """Build from the parsed files of content/safeguarding.

        Raises:
            ValueError: an unknown flag, or a phrase that cannot be searched; it names the phrase.
        """
        return cls(
            parse(flag, raw["language"], entry["phrase"], whole=entry.get("whole") == "yes")
            for raw in files
            for flag, entries in raw["flags"].items()
            for entry in entries
        )

    def find(self, text: str) -> Flag | None:
        """Return the most pressing flag in the text, or None. Linear in its length; never raises."""
        found = {phrase.flag for phrase in self.matches(text)}
        return min(found, key=URGENCY.index, default=None)

    def matches(self, text: str) -> Iterator[Phrase]:
        """Yield the phrases in the text, in the order in which they end; one may come again."""
        # How many other words may still come before a begun phrase's next step.
        begun: dict[tuple[Phrase, int], int] = {}
        for word in (EDGE, *normalise(text).split(), EDGE):
            after: dict[tuple[Phrase, int], int] = {}
            for phrase in self._starting_with(word):
                yield from _advance(phrase, 0, after)
            for (phrase, at), gap in begun.items():
                if phrase.steps[at].fits(word):
                    yield from _advance(phrase, at, after)
                if gap:
                    after[phrase, at] = max(gap - 1, after.get((phrase, at), 0))
            begun = after

    def _starting_with(self, word: str) -> Iterator[Phrase]:
        yield from self._starts.get(word, ())
        for length in takewhile(lambda length: length <= len(word), self._lengths):
            yield from self._beginnings.get(word[:length], ())


def parse(flag: str, language: str, written: str, whole: bool = False) -> Phrase:
    """Read a phrase as written: `...` is up to three other words, `word*` any ending.

    A `whole` phrase is found only in a message that says nothing else.

    Raises:
        ValueError: an unknown flag, or a phrase without words, with a gap at its edge or a bare `*`.
    """
    if flag not in URGENCY:
        raise ValueError(f"flag {flag!r} in {language}: use one of {', '.join(URGENCY)}")
    runs = [_run(part) for part in written.replace("…", GAP).split(GAP)]
    bare_ending = f" {ENDING}" in written
    if bare_ending or not all(run and all(step.word for step in run) for run in runs):
        advice = f"words between, before and after every {GAP!r}, and before every {ENDING!r}"
        raise ValueError(f"phrase {written!r} in {language}: it needs {advice}")
    for run in runs[1:]:
        run[0] = replace(run[0], gap=LONGEST_GAP)
    edge = [Step(EDGE)] if whole else []
    return Phrase(Flag(flag), language, written, tuple(chain(edge, *runs, edge)))


def _run(part: str) -> list[Step]:
    """Return the steps of words that follow each other; whatever precedes a `*` is a beginning."""
    *beginnings, rest = [normalise(piece).split() for piece in part.split(ENDING)]
    steps = [Step(word) for word in rest]
    for words in reversed(beginnings):
        *exact, beginning = words or [""]
        steps = [*map(Step, exact), Step(beginning, beginning=True), *steps]
    return steps


def _advance(phrase: Phrase, at: int, after: dict[tuple[Phrase, int], int]) -> Iterator[Phrase]:
    """Note that a phrase's step was found: its next one is awaited, or the phrase is complete."""
    if at + 1 == len(phrase.steps):
        yield phrase
    else:
        after[phrase, at + 1] = max(phrase.steps[at + 1].gap, after.get((phrase, at + 1), 0))
