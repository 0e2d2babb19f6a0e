"""What a rule is, what it may look at, and what it finds."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias

from bot.learning.items import Item, item_types
from bot.learning.mastering import History
from bot.learning.recall import Memory

LOOKED_BACK = timedelta(weeks=12)
"""How far back practice is looked at, but for what it took to master an item."""


class Section(StrEnum):
    """Where on the page of today a learner stands; in this order."""

    QUIET = "quiet"
    GOOD_NEWS = "good_news"


@dataclass(frozen=True)
class Number:
    """A number that an organisation may set: what it usually is, and between what it may lie."""

    usual: int
    least: int
    most: int


@dataclass(frozen=True)
class Setting:
    """How an organisation set a rule."""

    on: bool
    numbers: Mapping[str, int]

    def as_json(self) -> dict[str, Any]:
        return {"on": self.on, **self.numbers}


@dataclass(frozen=True)
class Facts:
    """What is known of a learner who shares what they practise.

    Attributes:
        now: an aware time.
        zone: the region's, which decides what a day is.
        practised: the local dates with practice in LOOKED_BACK, earliest first.
        paused: whether they are in a pause.
        resumed: the day on which their last pause ended by itself.
        blocked_at: since when nothing can be sent to them.
        first_lesson: when they ended their first lesson.
        confirmed: the missions that somebody at work confirmed: item ids, and when.
        words_sent: when they sent words from their work.
        memories: those of items that may be held (``mastering.may_be_held``).
        misses: how often items were missed in LOOKED_BACK, by item id.
        histories: all answers to the items that rules asked for, by item id.
    """

    now: datetime
    zone: tzinfo
    practised: tuple[date, ...] = ()
    paused: bool = False
    resumed: date | None = None
    blocked_at: datetime | None = None
    first_lesson: datetime | None = None
    confirmed: tuple[tuple[str, datetime], ...] = ()
    words_sent: tuple[datetime, ...] = ()
    memories: tuple[Memory, ...] = ()
    misses: Mapping[str, int] = field(default_factory=dict)
    histories: Mapping[str, History] = field(default_factory=dict)

    def day(self, moment: datetime) -> date:
        """The local date of a moment."""
        return moment.astimezone(self.zone).date()

    def days_ago(self, day: date) -> int:
        return (self.day(self.now) - day).days


@dataclass(frozen=True)
class Reason:
    """Why somebody stands on the page of today: the rule's words with these values, and the day that it is about.

    ``form`` names other words of the same rule. ``item`` and ``unit`` are ids whose names belong into the words.
    """

    rule: str
    day: date
    values: Mapping[str, int] = field(default_factory=dict)
    form: str | None = None
    item: str | None = None
    unit: str | None = None


Numbers: TypeAlias = Mapping[str, int]


@dataclass(frozen=True)
class Published:
    """The published items by id."""

    items: Mapping[str, Item]

    @cached_property
    def asking(self) -> Mapping[str, int]:
        """How many items of each unit ask for something: the others are never held."""
        return Counter(item.unit for item in self.items.values() if item_types()[item.type].asks)


def nothing(facts: Facts, numbers: Numbers, published: Published) -> Iterator[str]:
    """Yield no item: most rules need no histories."""
    yield from ()


@dataclass(frozen=True)
class Rule:
    """One way onto the page of today.

    Attributes:
        id: the module's name.
        section: where it puts a learner.
        numbers: what an organisation may set.
        look: yields the reasons.
        asks_for: yields the items whose histories ``look`` needs, from facts without any.
    """

    id: str
    section: Section
    numbers: Mapping[str, Number]
    look: Callable[[Facts, Numbers, Published], Iterator[Reason]]
    asks_for: Callable[[Facts, Numbers, Published], Iterator[str]] = nothing

    @property
    def usual(self) -> Setting:
        """How it is where nobody set it."""
        return Setting(True, {name: number.usual for name, number in self.numbers.items()})

    def setting(self, kept: Mapping[str, Any]) -> Setting:
        """What was kept as JSON; what does not fit, or no more, is as usual."""
        usual = self.usual
        fitting = {name: kept[name] for name in self.numbers if self.takes(name, kept.get(name))}
        return Setting(kept.get("on") is not False, {**usual.numbers, **fitting})

    def takes(self, name: str, value: object) -> bool:
        """Whether a number may have this value."""
        number = self.numbers[name]
        return isinstance(value, int) and number.least <= value <= number.most
