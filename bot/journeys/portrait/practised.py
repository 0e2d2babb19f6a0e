"""What a learner practised and can now say: only what was produced, or confirmed at work; else they recognise it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.course import Course
from bot.i18n import Content, Verbatim
from bot.journeys import question
from bot.journeys.portrait.kept import WEEKS, Kept
from bot.learning.attempts import Attempt
from bot.learning.growth import Week, weeks
from bot.learning.items import Item
from bot.learning.progress import progress
from bot.learning.saying import sayings
from bot.learning.spelling import plain
from bot.store.missions import State
from bot.store.tables import Mission


@dataclass(frozen=True)
class Saying:
    """Words of the target language, the unit that they are of, and when somebody at work confirmed them, if so."""

    words: Verbatim
    unit: Content | None
    confirmed_at: datetime | None = None


@dataclass(frozen=True)
class AtWork:
    """A mission: what was to be done and said, and what became of it."""

    task: Content
    say: Verbatim
    state: State
    taken_on_at: datetime
    done_at: datetime | None
    confirmed_at: datetime | None


@dataclass(frozen=True)
class Practised:
    """What a learner who shares it did: on which days, and what goes well.

    Attributes:
        weeks: since the first practice, at most 12, the present one last.
        days_in_7: days with practice among the last 7, today included.
        days_in_28: the same among the last 28.
        can_say: what was produced or confirmed, the newest first.
        recognises: what else should be known today.
        missions: the last one first.
    """

    weeks: tuple[Week, ...]
    days_in_7: int
    days_in_28: int
    can_say: tuple[Saying, ...]
    recognises: tuple[Saying, ...]
    missions: tuple[AtWork, ...]


def practised(course: Course, kept: Kept, missions: Sequence[Mission], now: datetime) -> Practised:
    """Return what a learner practised.

    Args:
        course: what is published.
        kept: their practice.
        missions: those that they took on, the first one first.
        now: in UTC.
    """
    zone, memories = course.region.zone, [*kept.memories.values()]
    so_far = progress(kept.attempts, memories, course.items, now=now, zone=zone)
    at_work = _at_work(course, missions)
    confirmed = {key: one for key, one in at_work.items() if one.confirmed_at}
    known = sayings(memories, course.items, now, tuple(confirmed))
    can_say = _once(_saying(course, key, confirmed.get(key)) for key in known.can_say)
    recognises = _once(_saying(course, key) for key in known.recognises)
    return Practised(
        weeks=_weeks(kept.attempts, course, now),
        days_in_7=so_far.days_in_7,
        days_in_28=so_far.days_in_28,
        can_say=tuple(can_say.values()),
        recognises=tuple(one for words, one in recognises.items() if words not in can_say),
        missions=tuple(at_work.values()),
    )


def named(item: Item) -> Verbatim:
    """The words that an item is about."""
    return Verbatim(question.words(item), language=item.target or None)


def unit_title(course: Course, item: Item | None) -> Content | None:
    """The title of an item's unit; None when it is not, or no longer, published."""
    unit = course.units.get(item.unit) if item else None
    return unit.title if unit else None


def _weeks(attempts: Iterable[Attempt], course: Course, now: datetime) -> tuple[Week, ...]:
    return weeks(attempts, now=now, zone=course.region.zone, most=WEEKS)


def _at_work(course: Course, missions: Sequence[Mission]) -> Mapping[str, AtWork]:
    """The missions by the ids of their items, the last one first; of one that was taken on twice, what came of it.

    Nobody asks after one that the learner left.
    """
    items = course.items_at([(one.item_id, one.revision) for one in missions])
    found: dict[str, AtWork] = {}
    for one in (one for one in reversed(missions) if one.state != State.LEFT):
        item = items.get((one.item_id, one.revision))
        if item and (one.item_id not in found or one.confirmed_at):
            found[one.item_id] = _mission(item, one)
    return found


def _mission(item: Item, one: Mission) -> AtWork:
    task = Content(f"{item.id}.task", item.body["task"])
    say = Verbatim(item.body["say"], language=item.target or None)
    return AtWork(task, say, State(one.state), one.taken_on_at, one.done_at, one.confirmed_at)


def _saying(course: Course, key: str, confirmed: AtWork | None = None) -> Saying:
    item = course.items.get(key)
    if confirmed:
        return Saying(confirmed.say, unit_title(course, item), confirmed.confirmed_at)
    return Saying(named(course.items[key]), unit_title(course, item))


def _once(found: Iterable[Saying]) -> dict[str, Saying]:
    """By their plain words, of equal ones the first: two exercises may ask for the same."""
    first: dict[str, Saying] = {}
    for one in found:
        first.setdefault(plain(one.words.text), one)
    return first
