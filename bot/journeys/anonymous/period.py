"""The period of a report: whole months that are over.

Two periods that differ by a few days would tell what happened on these days.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MOST_MONTHS = 36
"""So far back one may look."""

USUAL = 3
"""Months of a report for which nobody chose any."""

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True)
class Period:
    """From the first day of a month to the last of the same or a later one."""

    first: date
    last: date


def months(today: date) -> list[date]:
    """The first days of the months that may be chosen, the latest first."""
    found = [_before(today.replace(day=1))]
    while len(found) < MOST_MONTHS:
        found.append(_before(found[-1]))
    return found


def last_months(today: date, number: int = USUAL) -> Period:
    """The last so many months that are over."""
    found = months(today)
    return Period(found[number - 1], _end(found[0]))


def period(begin: str, end: str, today: date) -> Period | None:
    """The period from one month to another, each written ``2026-01``; None when these are no months to choose."""
    first, last = _month(begin), _month(end)
    chosen = months(today)
    return Period(first, _end(last)) if first and last and first <= last and {first, last} <= {*chosen} else None


def _month(written: str) -> date | None:
    found = MONTH.fullmatch(written)
    return date(int(found[1]), int(found[2]), 1) if found and int(found[1]) else None


def _before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def _end(first: date) -> date:
    """The last day of a month."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
