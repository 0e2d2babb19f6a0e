"""How an item can be answered, of whatever type: every way from its first question to a verdict."""

from collections.abc import Iterator, Sequence

from bot.learning.items import Item, Verdict, item_types

Way = tuple[tuple[str, ...], Verdict]
"""Every answer that is given, one a step, and what comes of them."""


def ways(item: Item, order: list[str], steps: Sequence[str] = ()) -> Iterator[Way]:
    """Yield the ways to answer, after these steps: by its buttons, or in the words that it holds when it is typed.

    Nothing is taken back on the way, and nobody says "I don't know".
    """
    kind = item_types()[item.type]
    asked = kind.question(item.body, order, steps)
    possible = kind.targets(item.body) if asked.typed else [choice.key for choice in asked.choices]
    for answer in possible:
        outcome = kind.take(item.body, order, steps, answer)
        if isinstance(outcome, Verdict):
            yield (*steps, answer), outcome
        elif len(outcome.steps) > len(steps):
            yield from ways(item, order, outcome.steps)
