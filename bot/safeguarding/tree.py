"""All phrases as one tree, so that what many phrases begin with is looked for once."""

from collections.abc import Collection, Iterator
from functools import cached_property

from bot.safeguarding.phrases import FirstWords, Phrase, Step, Way


class Node:
    """A point in the phrases: those that end here, and the steps that may follow."""

    def __init__(self) -> None:
        self.ends: list[Phrase] = []
        self._following: dict[Step, Node] = {}

    def add(self, phrase: Phrase) -> None:
        """Add a phrase below this node, the root. Before the first search."""
        node = self
        for step in phrase.steps:
            node = node._following.setdefault(step, Node())
        node.ends.append(phrase)

    def next_by(self, forms: Collection[str], between: int) -> Iterator[tuple[Way, "Node"]]:
        """Yield the ways to say a next step that begin with a word, and the node after that step.

        Args:
            forms: those of the word.
            between: how many other words there were since the step that led here.
        """
        if not between:
            yield from self._at_once.of(forms)
        yield from self._after_a_gap.of(forms)

    @cached_property
    def _at_once(self) -> FirstWords[tuple[Way, "Node"]]:
        return FirstWords(
            (way[0], (way, node)) for step, node in self._following.items() if not step.gap for way in step.ways
        )

    @cached_property
    def _after_a_gap(self) -> FirstWords[tuple[Way, "Node"]]:
        return FirstWords(
            (way[0], (way, node)) for step, node in self._following.items() if step.gap for way in step.ways
        )
