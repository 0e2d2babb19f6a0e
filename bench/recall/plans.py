"""The ways to decide when an item is asked again, each for one item of one learner."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

import fsrs
import leitner_box
import sm_2

from bot.learning import recall

DAY = timedelta(days=1)

FIRST = datetime(2026, 1, 5, tzinfo=UTC)
"""A Monday: the first day of everybody."""

KNOWN, NOT_KNOWN = 4, 2
"""SM-2's marks for right and wrong. A 4 leaves its easiness as it is: with two marks nobody is easy or hard."""

LONGEST = 3650
"""Days."""


class Plan(ABC):
    """When one item is asked again, and how likely it is then recalled."""

    @abstractmethod
    def answered(self, right: bool, now: datetime) -> datetime:
        """Take an answer. Returns when the item is due, in UTC."""

    @abstractmethod
    def chance(self, now: datetime) -> float:
        """The predicted chance of recall; only after the first answer."""


NewPlan: TypeAlias = Callable[[], Plan]


class Werkmaat(Plan):
    """What the bot itself does."""

    def __init__(self) -> None:
        self._memory: recall.Memory | None = None

    def answered(self, right: bool, now: datetime) -> datetime:
        self._memory = recall.review(self._memory, "item", right, now)
        return self._memory.due_at

    def chance(self, now: datetime) -> float:
        assert self._memory
        return recall.retained(self._memory, now)


class Fsrs(Plan):
    """FSRS with any settings: wrong is Again, right is Good."""

    def __init__(self, scheduler: fsrs.Scheduler) -> None:
        self._scheduler = scheduler
        # Without an id and a due time, Card() sleeps and asks the clock.
        self._card = fsrs.Card(card_id=0, due=FIRST)

    def answered(self, right: bool, now: datetime) -> datetime:
        rating = fsrs.Rating.Good if right else fsrs.Rating.Again
        self._card, _ = self._scheduler.review_card(self._card, rating, now)
        return self._card.due

    def chance(self, now: datetime) -> float:
        return self._scheduler.get_card_retrievability(self._card, now)


class FsrsByDays(Fsrs):
    """FSRS that counts nights, whatever the hour, as the bot does: for other settings than the bot's."""

    def answered(self, right: bool, now: datetime) -> datetime:
        return super().answered(right, _day(now))

    def chance(self, now: datetime) -> float:
        return super().chance(_day(now))


class Waits(Plan):
    """A plan that knows only how long to wait, and forgets as if 90 % were left when it asks again."""

    def __init__(self) -> None:
        self._asked_at, self._wait = FIRST, DAY

    def answered(self, right: bool, now: datetime) -> datetime:
        due = self._due(right, now)
        self._asked_at, self._wait = now, max(DAY, due - now)
        return due

    def chance(self, now: datetime) -> float:
        return float(0.9 ** ((now - self._asked_at) / self._wait))

    @abstractmethod
    def _due(self, right: bool, now: datetime) -> datetime:
        """When it is due after an answer."""


class Sm2(Waits):
    """SuperMemo's second algorithm, of 1987."""

    def __init__(self) -> None:
        super().__init__()
        self._card = sm_2.Card(card_id=0, due=FIRST)

    def _due(self, right: bool, now: datetime) -> datetime:
        # The library counts from when the item was due: whoever came late would be asked too soon again.
        self._card.due = now
        # Asked early again and again, it would wait for longer than there are years.
        self._card.I = min(self._card.I, LONGEST)
        self._card, _ = sm_2.Scheduler.review_card(self._card, KNOWN if right else NOT_KNOWN, now)
        return self._card.due


class Leitner(Waits):
    """Boxes: a right answer goes one box on, a wrong one back into the first.

    Args:
        boxes: the days between two reviews of each.
    """

    def __init__(self, boxes: Sequence[int]) -> None:
        super().__init__()
        self._boxes = list(boxes)
        self._card = leitner_box.Card(card_id=0)

    def _due(self, right: bool, now: datetime) -> datetime:
        # The library empties a box on set days of its calendar. Begun anew, it waits the whole time.
        boxes = leitner_box.Scheduler(self._boxes, start_datetime=now + DAY)
        self._card.due = None
        rating = leitner_box.Rating.Pass if right else leitner_box.Rating.Fail
        self._card, _ = boxes.review_card(self._card, rating, now)
        assert self._card.due
        return self._card.due.replace(tzinfo=UTC)


class Daily(Waits):
    """Everything on every day."""

    def _due(self, right: bool, now: datetime) -> datetime:
        return now + DAY


def _day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
