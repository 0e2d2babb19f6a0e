"""Counting first meetings with items: only what is new, a portion of lessons at a time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.catalogue.course import Course
from bot.journeys import consent
from bot.learning.items import Grade, Item, item_types
from bot.learning.quality import LATEST, Answered, Meeting, Run, Shown, Tally, chosen, meetings
from bot.learning.quality.sums import people
from bot.learning.workplace import SECTOR
from bot.store import Store
from bot.store.quality import lessons, sums
from bot.store.quality.lessons import Begun
from bot.store.quality.sums import ALL, Key
from bot.store.tables import ItemSum

PORTION = 100
"""Lessons that are counted together: the write lock is held for about a hundredth of a second."""

SETTLED = timedelta(minutes=10)
"""A turn that is under way now was written by then."""

EARLIER = 10
"""So many answers before a lesson say something of how the learner does otherwise."""

Items = Mapping[tuple[str, int], Item]


@dataclass(frozen=True)
class Counted:
    """What was counted: lessons, and the beginning of the last one."""

    lessons: int
    until: datetime


def count_next(store: Store, course: Course, now: datetime) -> Counted | None:
    """Count the next lessons that are a day old. None when there are none, or somebody else counts them just now."""
    before = sums.mark(store)
    portion = lessons.next_portion(store, before, now - LATEST - SETTLED, consent.RECORD, PORTION)
    if portion is None:
        return None
    met = _met(course, portion.lessons)
    rows = sums.rows(store, met.keys())
    for key, row in rows.items():
        _add(row, met[key])
    if sums.keep(store, before, portion.mark, rows.values()):
        return Counted(len(portion.lessons), portion.mark.started_at)
    return None


def waiting(store: Store, now: datetime) -> int:
    """How many lessons there are to count."""
    return lessons.waiting(store, sums.mark(store), now - LATEST - SETTLED)


def count_all(store: Store, course: Course, now: datetime) -> Iterator[Counted]:
    """Count everything that is a day old, yielding after each portion."""
    while counted := count_next(store, course, now):
        yield counted


def _add(row: ItemSum, met: Sequence[Meeting]) -> None:
    tally = Tally(Counter(row.told), Counter(row.waiting))
    for meeting in met:
        tally.add(meeting)
    row.told, row.waiting, row.people = {**tally.told}, {**tally.waiting}, people(tally.told)


def _met(course: Course, begun: Sequence[Begun]) -> Mapping[Key, list[Meeting]]:
    """The first meetings of lessons, by whose sums they belong to: the speakers of one language, and all learners."""
    shown = course.items_at({(one.item_id, one.revision) for lesson in begun for one in lesson.shown})
    # The words of a workplace are one team's: their numbers would tell of few people.
    items = {key: item for key, item in shown.items() if item.sector != SECTOR}
    found: dict[Key, list[Meeting]] = defaultdict(list)
    for lesson in begun:
        for meeting in meetings(_run(lesson, items)):
            for language in (lesson.language, ALL):
                found[Key(meeting.item_id, meeting.revision, language)].append(meeting)
    return found


def _run(lesson: Begun, items: Items) -> Run:
    rest = round(100 * lesson.right / lesson.answers) if lesson.answers >= EARLIER else None
    known = [(one, items.get((one.item_id, one.revision))) for one in lesson.shown]
    shown = [_shown(one, item) for one, item in known if item]
    return Run(lesson.started_at, bool(lesson.plan), rest, shown)


def _shown(one: lessons.Shown, item: Item) -> Shown:
    return Shown(
        item_id=one.item_id,
        revision=one.revision,
        asks=item_types()[item.type].asks,
        first=one.first,
        shown_at=one.shown_at,
        closed_at=one.closed_at,
        too_hard=one.too_hard,
        answer=_answer(one, item),
    )


def _answer(one: lessons.Shown, item: Item) -> Answered | None:
    if one.answered_at is None or one.grade is None:
        return None
    return Answered(one.answered_at, Grade(one.grade), chosen(item, one.steps, one.answer or ""))
