"""What somebody can practise who reads no script."""

from random import Random

from bot.learning.items import Item, Sign, Wording, item_types

MOST = 3
"""Pictures to choose from; more are hard to keep apart by ear."""


def needs_no_reading(item: Item) -> bool:
    """Whether an item can be done by ear and eye: its type needs no script, and nothing on its buttons does."""
    kind = item_types()[item.type]
    if kind.reading:
        return False
    asked = kind.question(item.body, kind.order(item.body, Random(0)))
    pictured = all(isinstance(choice.label, Sign | Wording) for choice in asked.choices)
    return pictured and len(asked.choices) <= MOST and not asked.typed
