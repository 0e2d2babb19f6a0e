"""How good readings are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from bench.numbers import percentile
from bench.understanding.phrases import Phrase
from bench.understanding.reader import Read

Pairs: TypeAlias = Sequence[tuple[Phrase, Read]]

ACCEPTED = 0.95
"""The share of phrases within the scope that are to be accepted when false accepts are counted."""


def intents_right(pairs: Pairs) -> float:
    """The share of phrases whose intent is right, whatever the topic."""
    return _share(read.intent == phrase.intent for phrase, read in pairs)


def topics_right(pairs: Pairs) -> float:
    """The share of the phrases that ask for a tip whose likeliest topic is right."""
    return _share(read.topic == phrase.topic for phrase, read in pairs if phrase.topic)


def false_accepts(pairs: Pairs) -> float:
    """The share out of scope that passes a threshold at which 95 % of what is within the scope passes."""
    within = [read.fits for phrase, read in pairs if phrase.intent != "out_of_scope"]
    threshold = percentile(within, 1 - ACCEPTED)
    return _share(read.fits >= threshold for phrase, read in pairs if phrase.intent == "out_of_scope")


def worst(pairs: Pairs, many: int) -> list[tuple[str, float, str]]:
    """The intents that are read worst: name, share that is right, and what they are mostly taken for."""
    names = sorted({phrase.intent for phrase, _ in pairs})
    ranked = sorted((intents_right(_of(pairs, name)), name) for name in names)
    return [(name, right, _taken_for(_of(pairs, name))) for right, name in ranked[:many]]


def _of(pairs: Pairs, intent: str) -> Pairs:
    return [(phrase, read) for phrase, read in pairs if phrase.intent == intent]


def _taken_for(pairs: Pairs) -> str:
    wrong = Counter(read.intent for phrase, read in pairs if read.intent != phrase.intent)
    return wrong.most_common(1)[0][0] if wrong else "nothing else"


def _share(right: Iterable[bool]) -> float:
    each = list(right)
    return sum(each) / len(each) if each else float("nan")
