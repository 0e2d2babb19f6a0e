"""Of whom is counted, and when; and pairs to count by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import CTE, ColumnElement, Select, String, column, select, values
from sqlalchemy.orm import InstrumentedAttribute

from bot.store.consents import agrees
from bot.store.tables import Learner

Moment = InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None]


@dataclass(frozen=True)
class Scope:
    """Of whom is counted, and when.

    Attributes:
        organisation_id: whose learners.
        record: the kind of consent without which nothing is kept of a learner, nor counted.
        begin: in UTC.
        end: in UTC, the first moment after the period.
        first: the local day of ``begin``.
        last: the last local day.
    """

    organisation_id: str
    record: str
    begin: datetime
    end: datetime
    first: date
    last: date

    @property
    def learners(self) -> Select[tuple[str]]:
        """The ids of the learners."""
        here = (Learner.organisation_id == self.organisation_id, Learner.enrolled_at < self.end)
        return select(Learner.id).where(*here, agrees(Learner.id, self.record))

    def during(self, at: Moment) -> ColumnElement[bool]:
        """The condition that a moment lies in the period."""
        return (at >= self.begin) & (at < self.end)


def pairs(name: str, each: Iterable[tuple[str, str]]) -> CTE:
    """Pairs as a table of their own, with the columns ``key`` and ``value``; one of nothing when there are none."""
    columns = values(column("key", String), column("value", String), name=name)
    return columns.data([*each] or [("", "")]).cte(name)
