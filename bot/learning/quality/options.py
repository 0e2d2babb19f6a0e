"""Options of an item by one key each, whatever its type: which were tapped, and which of them are right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.learning.items import Item, Line, item_types


@dataclass(frozen=True)
class Asked:
    """One question of an item: what stands on its options, by their keys, and the keys of those that are right."""

    labels: Mapping[str, Line]
    right: frozenset[str]


def asked(item: Item) -> Sequence[Asked]:
    """Return the questions of an item that have options; none when it is answered in another way."""
    return [
        Asked(
            {_key(one.field, key): line for key, line in one.labels.items()},
            frozenset(_key(one.field, key) for key in one.right),
        )
        for one in item_types()[item.type].options(item.body)
    ]


def chosen(item: Item, steps: Sequence[str], answer: str) -> tuple[str, ...]:
    """Return the keys of the options that an answer was made of; words that were written are none.

    Args:
        item: in the revision that was answered.
        steps: the answers that it took, of a type that takes several.
        answer: what was kept of the answer: the words on the option.
    """
    every = [pair for one in asked(item) for pair in one.labels.items()]
    if steps:
        known = {key for key, _ in every}
        return tuple(step for step in steps if step in known)
    return tuple(key for key, line in every if answer and line.text == answer)[:1]


def _key(field: str, key: str) -> str:
    """``options`` has keys such as ``a``; ``questions.one.options`` has ``one.a``, as its answers are kept."""
    _, dot, rest = field.partition(".")
    return f"{rest.split('.')[0]}.{key}" if dot else key
