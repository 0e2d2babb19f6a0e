"""What somebody can practise who reads no script."""

from random import Random

from bot.learning.items import Item, item_types

MOST = 3
"""Choices of a question; more are hard to keep apart by ear."""


def needs_no_reading(item: Item) -> bool:
    """Whether an item can be done by ear and eye: heard, and answered by tapping a picture or a number."""
    return not item_types()[item.type].needs_script(item.body)


def order_by_ear(item: Item, random: Random) -> list[str]:
    """Return the keys of the choices in the order to show them; the caller keeps it, as it says which are asked."""
    kind = item_types()[item.type]
    return kind.fewer(item.body, kind.order(item.body, random), MOST)
