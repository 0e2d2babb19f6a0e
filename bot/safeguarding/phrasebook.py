"""Finds phrases of danger in any language, before anything else reads the message."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from bot.safeguarding.flags import URGENCY, Flag
from bot.safeguarding.forms import Forms
from bot.safeguarding.normalising import normalise
from bot.safeguarding.phrases import EDGE, LONGEST_GAP, Phrase, Reader, Way
from bot.safeguarding.tree import Node


@dataclass(frozen=True)
class Match:
    """A phrase, and the positions of the first and the last of its words in the message."""

    phrase: Phrase
    start: int
    end: int


class Within(NamedTuple):
    """A begun phrase whose next word is awaited, in the middle of one way to say a step."""

    node: Node
    way: Way
    word: int
    start: int


class Phrasebook:
    """The phrases of every language at once: people write in whichever comes to mind."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._root = Node()
        for phrase in self.phrases:
            self._root.add(phrase)
        self._forms = Forms(self._whole_words())

    @classmethod
    def from_raw(cls, files: Iterable[Mapping[str, Any]]) -> "Phrasebook":
        """Build from the parsed files of content/safeguarding, or return what was built from the same files before.

        Raises:
            ValueError: an unknown flag or list, or a phrase that cannot be searched; it names the phrase.
        """
        return _built(json.dumps([*files]))

    def find(self, text: str) -> Flag | None:
        """Return the most pressing flag in the text, or None. Linear in its length; never raises."""
        found = {match.phrase.flag for match in self.matches(text)}
        return min(filter(None, found), key=URGENCY.index, default=None)

    def matches(self, text: str) -> list[Match]:
        """Return what speaks of danger, in the order in which it ends; one phrase may come again.

        A phrase that shares a word with a harmless one ("he never hits me") speaks of none.
        """
        everything = [*self._search(normalise(text).split())]
        harmless = [match for match in everything if match.phrase.flag is None]
        return [match for match in everything if match.phrase.flag and not any(_share(match, one) for one in harmless)]

    def _search(self, words: list[str]) -> Iterator[Match]:
        within: set[Within] = set()
        # Where a step is complete: the node, where the phrase began, and how many words ago the step ended.
        awaiting: dict[tuple[Node, int], int] = {}
        for at, word in enumerate((EDGE, *words, EDGE)):
            forms = self._forms.of(word)
            found = {*self._entered(awaiting, at, forms), *(one for one in within if one.way[one.word].fits(forms))}
            within = {one._replace(word=one.word + 1) for one in found if one.word + 1 < len(one.way)}
            ended = {(one.node, one.start) for one in found if one.word + 1 == len(one.way)}
            for node, start in ended:
                yield from (Match(phrase, start, at) for phrase in node.ends)
            older = ((place, ago + 1) for place, ago in awaiting.items() if ago < LONGEST_GAP)
            awaiting = {**dict(older), **dict.fromkeys(ended, 0)}

    def _entered(self, awaiting: Mapping[tuple[Node, int], int], at: int, forms: Collection[str]) -> Iterator[Within]:
        """Yield the ways that begin with this word: of a phrase's first step, or of a next one."""
        for way, node in self._root.next_by(forms, 0):
            yield Within(node, way, 0, at)
        for (before, start), ago in awaiting.items():
            for way, node in before.next_by(forms, ago):
                yield Within(node, way, 0, start)

    def _whole_words(self) -> Iterator[str]:
        steps = {step for phrase in self.phrases for step in phrase.steps}
        return (word.text for step in steps for way in step.ways for word in way if not word.beginning)


@lru_cache(maxsize=2)
def _built(files: str) -> Phrasebook:
    """Tens of thousands of phrases take a second, and most of what is published anew is about something else."""
    return Phrasebook(phrase for raw in json.loads(files) for phrase in _of_language(raw))


def _of_language(raw: Mapping[str, Any]) -> Iterator[Phrase]:
    reader = Reader(raw["language"], raw.get("words", {}))
    for flag, entries in raw["flags"].items():
        for entry in entries:
            yield reader.phrase(flag, entry["phrase"], whole=entry.get("whole") == "yes")
    for written in raw.get("harmless", ()):
        yield reader.phrase(None, written)


def _share(one: Match, other: Match) -> bool:
    return one.start <= other.end and other.start <= one.end
