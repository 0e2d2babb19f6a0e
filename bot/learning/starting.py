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
    words = [*_words(new)]
    if level == LEVELS[0] and words and words[0].meeting is new[0]:
        return _first_words(words[: min(room, WORDS)])
    return [item.id for item in _until(new, room)]


@dataclass(frozen=True)
class _Word:
    """A word that is met, and the items that ask for it."""

    meeting: Item
    asking: list[Item]


def _first_words(words: Sequence[_Word]) -> list[str]:
    rounds = [[word.meeting, *word.asking[:1]] for word in words] + [word.asking[1:] for word in words]
    return [item.id for items in rounds for item in items]


def _words(new: Sequence[Item]) -> Iterator[_Word]:
    """Yield each new word with at most `TIMES` items that ask for it, all of them together of at most `TYPES` types.

    A word that would be asked less often than it could be, as its items are of other types, waits for another lesson.
    """
    types: frozenset[str] = frozenset()
    for meeting in new:
        about = [item for item in new if item.word == meeting.id]
        asking, with_these = _fitting(about, types)
        if about and len(asking) == min(TIMES, len(about)):
            types = with_these
            yield _Word(meeting, asking)


def _fitting(about: Sequence[Item], types: frozenset[str]) -> tuple[list[Item], frozenset[str]]:
    """Return the first items of a word that fit beside these types, and all the types then."""
    asking: list[Item] = []
    for item in about:
        if len(asking) < TIMES and len(types | {item.type}) <= TYPES:
            asking.append(item)
            types |= {item.type}
    return asking, types


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
