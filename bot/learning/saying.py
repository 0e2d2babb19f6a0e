"""What a learner can now say, and what they recognise: only what was produced, or confirmed at work, counts as said."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.learning.items import Item, item_types
from bot.learning.progress import HELD_NOW
from bot.learning.recall import Memory, retained


@dataclass(frozen=True)
class Sayings:
    """Ids of items, of each word one, what was practised last first; nothing is both said and recognised."""

    can_say: tuple[str, ...]
    recognises: tuple[str, ...]


def sayings(
    memories: Iterable[Memory], items: Mapping[str, Item], now: datetime, confirmed: Collection[str] = ()
) -> Sayings:
    """Return what a learner can say today, and what else they know when they see or hear it.

    That is what was right when it was asked last and should be recalled today, by its type's ``produces``.

    Args:
        memories: the learner's; those of items no longer published do not count.
        items: the published items by id.
        now: an aware time.
        confirmed: ids of the missions that somebody at work confirmed, the first to be named first: these were said.
    """
    known = sorted(
        (m for m in memories if m.item_id in items), key=lambda m: (m.last_review_at, m.item_id), reverse=True
    )
    today = [items[memory.item_id] for memory in known if _is_known(memory, now)]
    made = [item for item in today if item_types()[item.type].produces]
    said = {_subject(item) for item in made}
    found = [item for item in today if _subject(item) not in said]
    return Sayings((*confirmed, *_once(made)), (*_once(found),))


def _is_known(memory: Memory, now: datetime) -> bool:
    return not memory.missed and retained(memory, now) >= HELD_NOW


def _once(items: Iterable[Item]) -> Iterator[str]:
    """Yield of the items about one word the first."""
    seen = set[str]()
    for item in items:
        if _subject(item) not in seen:
            seen.add(_subject(item))
            yield item.id


def _subject(item: Item) -> str:
    """The word that an item is about, if it is about a single one; else the item itself."""
    return item.word or item.id
