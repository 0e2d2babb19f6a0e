"""Since when an item is held: its answers are gone through once more."""

from datetime import datetime
from typing import TypeAlias

from bot.learning.progress import HELD_STABILITY
from bot.learning.recall import Memory, review

History: TypeAlias = tuple[tuple[datetime, bool], ...]
"""The answers to one item, earliest first: when, and whether it was known."""


def may_be_held(memory: Memory) -> bool:
    """Whether an item is held for as long as it is recalled (``progress.is_held``); this costs nothing to tell."""
    return not memory.missed and memory.stability >= HELD_STABILITY


def held_since(item_id: str, history: History) -> datetime | None:
    """Return the answer since which the item has been held; None when it is not, or there was none.

    A card tells how strong a memory is, not since when. But the same answers lead to the same memory again.
    """
    memory: Memory | None = None
    since: datetime | None = None
    for at, right in history:
        memory = review(memory, item_id, right, at)
        since = (since or at) if may_be_held(memory) else None
    return since
