"""Staffed hours: when somebody reads what learners ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, takewhile
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

RULE = re.compile(rf"({'|'.join(DAYS)})(?:-({'|'.join(DAYS)}))? (\d\d:\d\d)-(\d\d:\d\d)")
"""One day or a range of them, and the hours: ``mon-fri 09:00-17:00``."""

A_WEEK = 7

LAST_MINUTES = timedelta(minutes=30)
"""So long before the end of a shift nobody can promise to read something the same day."""


@dataclass(frozen=True)
class Shift:
    """Hours of one weekday (Monday is 0), in local time."""

    weekday: int
    opens: time
    closes: time


EVERY_MORNING = tuple(Shift(weekday, time(9), time(17)) for weekday in range(A_WEEK))
"""Stands in where nobody said when somebody reads: so that there are mornings."""


@dataclass(frozen=True)
class StaffedHours:
    """The shifts of a week, at least one, in a time zone. Moments come out in UTC."""

    shifts: tuple[Shift, ...]
    zone: ZoneInfo

    def until(self, moment: datetime) -> datetime | None:
        """When the shift ends that this moment lies in; None outside all of them."""
        begun = takewhile(lambda shift: shift[0] <= moment, self._from(moment))
        return next((closes for _, closes in begun if moment < closes), None)

    def next_open(self, moment: datetime) -> datetime:
        """This moment if it is staffed, or else the next beginning of a shift."""
        opens = next(opens for opens, closes in self._from(moment) if closes > moment)
        return max(opens, moment)

    def read_until(self, moment: datetime) -> datetime | None:
        """Until when what comes in at this moment is read in the same shift; None when that cannot be promised."""
        closes = self.until(moment)
        return closes if closes and closes - moment > LAST_MINUTES else None

    def read_from(self, moment: datetime) -> datetime:
        """From when on what comes in at this moment is read, when that is not in the same shift."""
        return self.next_open(self.until(moment) or moment)

    def after(self, moment: datetime, span: timedelta) -> datetime:
        """The staffed moment at which so much staffed time has passed since ``moment``."""
        for opens, closes in self._from(moment):
            begins = max(opens, moment)
            if begins + span < closes:
                return begins + span
            span -= max(closes - begins, timedelta())
        raise AssertionError("weeks never end")

    def between(self, moment: datetime, later: datetime) -> timedelta:
        """How much staffed time lies between two moments."""
        begun = takewhile(lambda shift: shift[0] < later, self._from(moment))
        return sum((max(min(closes, later) - max(opens, moment), timedelta()) for opens, closes in begun), timedelta())

    def mornings(self, moment: datetime) -> Iterator[datetime]:
        """The first beginning of a shift on each later day than this moment's, for ever."""
        seen = moment.astimezone(self.zone).date()
        for opens, _ in self._from(moment):
            if opens.astimezone(self.zone).date() > seen:
                seen = opens.astimezone(self.zone).date()
                yield opens

    def _from(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Shifts in order, from the first of this moment's day on."""
        day = moment.astimezone(self.zone).date()
        while True:
            for shift in self.shifts:
                if shift.weekday == day.weekday():
                    yield self._at(day, shift.opens), self._at(day, shift.closes)
            day += timedelta(days=1)

    def _at(self, day: date, hour: time) -> datetime:
        # By way of UTC, so that spans are real ones on the nights when clocks change.
        return datetime.combine(day, hour, self.zone).astimezone(UTC)


def read_shifts(written: str) -> tuple[Shift, ...]:
    """Read hours such as ``mon-thu 09:00-17:00, fri 09:00-12:00``.

    Raises:
        ValueError: it is written otherwise, a shift ends before it begins, or two of a day overlap.
    """
    shifts = sorted(
        (shift for part in written.lower().split(",") for shift in _rule(part.strip())),
        key=lambda shift: (shift.weekday, shift.opens),
    )
    for one, following in pairwise(shifts):
        if one.weekday == following.weekday and one.closes > following.opens:
            raise ValueError(f"{DAYS[one.weekday]} has hours that overlap")
    return tuple(shifts)


def _rule(written: str) -> Iterator[Shift]:
    found = RULE.fullmatch(written)
    if found is None:
        raise ValueError(f"{written!r} is not written as mon-fri 09:00-17:00")
    opens, closes = time.fromisoformat(found[3]), time.fromisoformat(found[4])
    if opens >= closes:
        raise ValueError(f"{written!r} ends before it begins")
    first = DAYS.index(found[1])
    last = DAYS.index(found[2] or found[1])
    for number in range((last - first) % A_WEEK + 1):
        yield Shift((first + number) % A_WEEK, opens, closes)
