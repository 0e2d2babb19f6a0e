"""Which items make the next lesson."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random

from bot.learning.hearing import needs_no_reading
from bot.learning.items import Item, item_types
from bot.learning.recall import Memory, retained
from bot.learning.starting import few_kinds, kinds_of, start
from bot.learning.syllabus import NO_AIMS, Aims, agenda, of_learner

LESSON_SIZE = 5
# What has waited this long shows that the learner cannot keep up with what is due.
OLD = timedelta(days=7)
# What was answered more recently is not asked again just to fill a lesson.
REST = timedelta(hours=12)
# So that a lesson in which much went wrong still comes to an end.
MOST_RETURNS = 3


def plan_lesson(
    items: Sequence[Item],
    memories: Mapping[str, Memory],
    *,
    sector: str | None,
    level: str,
    now: datetime,
    random: Random,
    size: int = LESSON_SIZE,
    missed: Collection[str] = (),
    met: Collection[str] = (),
    reading: bool = True,
    aims: Aims = NO_AIMS,
) -> list[str]:
    """Return the ids of the next lesson's items, each once, at most `size` that ask something.

    Missed safety items come first, then what is due with the least retained first, then, if there
    is room, what will soon be due, then new items in the order of the agenda. New items have a
    claim before what is not due yet. However much is due after an absence, the lesson is no
    longer; and when something has waited more than a week, one place stays for a new item, so
    that nobody only looks back. Who begins is asked in two kinds of question at most, unless missed
    safety items are of more: what is of another kind waits. Empty when all is met and answered
    within the last hours.

    Args:
        items: the published course in the author's order.
        memories: the learner's memories by item id; those of other sectors or of retired items wait.
        sector: the learner's sector; None if not known yet.
        level: the learner's level, one of LEVELS.
        now: an aware time.
        random: decides among equally urgent items, so that they do not always come in one order.
        missed: ids missed in the last lesson, also if the second try there was right.
        met: ids of items that were seen, answered or not.
        reading: whether the learner reads; if not, only items that need none.
        aims: what the lessons lead to; it decides which new items come first, and nothing else.

    Raises:
        ValueError: the level is none of LEVELS.
    """
    items = items if reading else [item for item in items if needs_no_reading(item)]
    mine = {item.id: item for item in of_learner(items, sector, aims)}
    known = _by_urgency([memory for key, memory in memories.items() if key in mine], now, random)
    safety = [m for m in known if mine[m.item_id].safety and (m.missed or m.item_id in missed)]
    due = [m for m in known if m.due_at <= now and m not in safety]
    ahead = [m for m in known if m.due_at > now and m not in safety and now - m.last_review_at > REST]
    new = [item for item in agenda(items, sector, level, aims) if is_new(item, memories, met)]
    kept_for_new = 1 if new and len(safety) < size and _old(due, now) else 0
    first = [mine[m.item_id] for m in safety]
    fitting = few_kinds([mine[m.item_id] for m in due], level, kinds_of(first))
    returning = [*first, *fitting][: size - kept_for_new]
    starting = start(new, level, size - len(returning), kinds_of(returning))
    room = max(0, size - len(returning) - len(starting))
    begun = [*returning, *(mine[key] for key in starting)]
    rest = [mine[m.item_id] for m in [*due, *ahead] if mine[m.item_id] not in returning]
    filling = few_kinds(rest, level, kinds_of(begun))[:room]
    return [*(item.id for item in [*returning, *filling]), *starting]


def return_at_end(lesson: Sequence[str], item_id: str) -> list[str]:
    """Return the lesson with a missed item once more at its end.

    Unchanged if that item already returns, or if three others do.
    """
    returning = len(lesson) - len(set(lesson))
    if lesson.count(item_id) > 1 or returning >= MOST_RETURNS:
        return [*lesson]
    return [*lesson, item_id]


def is_new(item: Item, memories: Collection[str], met: Collection[str]) -> bool:
    """Whether a learner has not met an item yet: what is asked is new until it was answered, the rest until seen.

    Args:
        item: of the course.
        memories: ids of items that were answered.
        met: ids of items that were seen.
    """
    return item.id not in (memories if item_types()[item.type].asks else met)


def _by_urgency(memories: list[Memory], now: datetime, random: Random) -> list[Memory]:
    return sorted(memories, key=lambda memory: (retained(memory, now), random.random()))


def _old(due: list[Memory], now: datetime) -> bool:
    return any(now - memory.due_at > OLD for memory in due)
