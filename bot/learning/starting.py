"""Which new items a lesson begins, and in which order: a word is met before it is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.learning.items import Item, item_types
from bot.learning.levels import LEVELS

WORDS = 3
"""New words in a lesson of somebody who begins."""

TYPES = 2
"""Kinds of question in such a lesson, besides meeting the words."""

TIMES = 2
"""How often a new word is asked in the lesson that teaches it: with the meeting it comes three times."""


def start(new: Sequence[Item], level: str, room: int) -> list[str]:
    """Return the ids of the new items of a lesson, in the order to show them.

    From A1 on they come in the author's order: `room` items that ask something, and the words met on the way, which
    take no room. Who begins (the lowest level) and comes to new words gets three of them at most, in at most two
    kinds of question, each word asked twice: once right after it is met, and again when the others were met.

    Args:
        new: what the learner has not met yet, in the order of the syllabus.
        level: the learner's level.
        room: how many items that ask something fit into the lesson.
    """
    if room <= 0 or not new:
        return []
    if level == LEVELS[0] and not _asks(new[0]):
        return _first_words(new, min(room, WORDS))
    return [item.id for item in _until(new, room)]


@dataclass(frozen=True)
class _Word:
    """A word that is met, and the items that ask for it."""

    meeting: Item
    asking: list[Item]


def _first_words(new: Sequence[Item], most: int) -> list[str]:
    words = [*_words(new)][:most]
    rounds = [[word.meeting, *word.asking[:1]] for word in words] + [word.asking[1:] for word in words]
    return [item.id for items in rounds for item in items]


def _words(new: Sequence[Item]) -> Iterator[_Word]:
    """Yield each new word with at most `TIMES` items that ask for it, all of them together of at most `TYPES` types."""
    types: set[str] = set()
    for meeting in new:
        if _asks(meeting):
            continue
        asking = []
        for item in new:
            if item.word == meeting.id and len(asking) < TIMES and len(types | {item.type}) <= TYPES:
                asking.append(item)
                types.add(item.type)
        yield _Word(meeting, asking)


def _until(new: Sequence[Item], room: int) -> Iterator[Item]:
    """Yield items until as many ask as there is room for; a word is not met at the very end."""
    waiting: list[Item] = []
    for item in new:
        waiting.append(item)
        if _asks(item):
            yield from waiting
            waiting = []
            room -= 1
        if not room:
            return


def _asks(item: Item) -> bool:
    return item_types()[item.type].asks
