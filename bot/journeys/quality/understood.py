"""What was not understood, by own language: where the bot needs more examples."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.learning.disclosure import FEWEST
from bot.store import Store
from bot.store import not_understood as kept
from bot.store.not_understood import Count


@dataclass(frozen=True)
class OfLanguage:
    """A language: how many messages were not understood, and what stood on buttons then, the most frequent first."""

    language: str
    messages: int
    counts: Sequence[Count]


def not_understood(store: Store) -> list[OfLanguage]:
    """Return the languages, those with most messages first.

    One that fewer than five learners speak is left out, and so is one of which there are fewer than five messages.
    """
    messages, speakers = kept.messages(store), kept.speakers(store)
    counts = _by_language(kept.counts(store))
    enough = [code for code, number in messages.items() if min(number, speakers.get(code, 0)) >= FEWEST]
    most_first = sorted(enough, key=lambda code: (-messages[code], code))
    return [OfLanguage(code, messages[code], counts[code]) for code in most_first]


def _by_language(counts: Sequence[Count]) -> Mapping[str, Sequence[Count]]:
    found: dict[str, list[Count]] = defaultdict(list)
    for one in counts:
        found[one.language].append(one)
    return found
