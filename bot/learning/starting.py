"""Which new items a lesson begins, and in which order: a word is met before it is asked."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.learning.items import Item, item_types
from bot.learning.levels import LEVELS

WORDS = 3
"""New words in a lesson of somebody who begins."""

TYPES = 2
"""Kinds of question in such a lesson, besides meeting the words."""

TIMES = 2
"""How often a new word is asked in the lesson that teaches it: with the meeting it comes three times."""


def start(new: Sequence[Item], level: str, room: int, kinds: Collection[str] = ()) -> list[str]:
    """Return the ids of the new items of a lesson, in the order to show them.

    From A1 on they come in the author's order: `room` items that ask something, and the words met on the way, which
    take no room. Who begins (the lowest level) and comes to new words gets three of them at most, in at most two
    kinds of question, each word asked twice: once right after it is met, and again when the others were met.

    Args:
        new: what the learner has not met yet, in the order in which they should.
        level: the learner's level.
        room: how many items that ask something fit into the lesson.
        kinds: the types of what the lesson asks already.
    """
    coming = _taught(few_kinds(new, level, kinds), new)
    if room <= 0 or not coming:
        return []
    words = [*_words(new, frozenset(kinds))] if level == LEVELS[0] else []
    if words and any(item.word == coming[0].id for item in new):
        return _first_words(words[: min(room, WORDS)])
    return [item.id for item in _taught([*_until(coming, room)], new)]


def few_kinds(items: Iterable[Item], level: str, kinds: Collection[str] = ()) -> list[Item]:
    """Return the items that a lesson may hold: for who begins, those that ask in at most two kinds of question.

    The first ones decide which two; those of other kinds wait for another lesson. What asks nothing stays.

    Args:
        items: the most urgent first.
        level: the learner's level.
        kinds: the types of what the lesson asks already.
    """
    there, kept = {*kinds}, []
    for item in items:
        if level == LEVELS[0] and _asks(item):
            if item.type not in there and len(there) >= TYPES:
                continue
            there.add(item.type)
        kept.append(item)
    return kept


def kinds_of(items: Iterable[Item]) -> set[str]:
    """Return the types of those that ask something."""
    return {item.type for item in items if _asks(item)}


@dataclass(frozen=True)
class _Word:
    """A word that is met, and the items that ask for it."""

    meeting: Item
    asking: list[Item]


def _first_words(words: Sequence[_Word]) -> list[str]:
    rounds = [[word.meeting, *word.asking[:1]] for word in words] + [word.asking[1:] for word in words]
    return [item.id for items in rounds for item in items]


def _taught(coming: Sequence[Item], new: Sequence[Item]) -> list[Item]:
    """What is coming, without the words for which something asks, but not now: they wait for that."""
    asked = {item.word for item in coming}
    waiting = {item.word for item in new} - asked
    return [item for item in coming if item.id not in waiting]


def _words(new: Sequence[Item], types: frozenset[str]) -> Iterator[_Word]:
    """Yield each new word with at most `TIMES` items that ask for it; with `types`, they are of at most `TYPES` types.

    A word that would be asked less often than it could be, as its items are of other types, waits for another lesson.
    """
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
