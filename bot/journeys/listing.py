"""The list of learners that a member of staff may take along: a page shows it, and files hold the same.

It holds what the question of consent names, of those who agreed to it: no answers, no moods, no alerts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalogue.course import Course
from bot.i18n import Part, Text, Verbatim
from bot.journeys import outside
from bot.journeys.outside import Told
from bot.journeys.tables import Cell, Column, Names
from bot.learning import growth
from bot.learning.attempts import Attempt
from bot.learning.items import Grade
from bot.learning.progress import RECENT, progress
from bot.learning.recall import Memory
from bot.store import Store, attention, listing, together
from bot.store.listing import Listed, Numbers
from bot.store.outside import counsellors
from bot.store.tables import Staff

BATCH = 100
"""Learners that are read together; a page shows as many of them."""


@dataclass(frozen=True)
class Row:
    """A learner in the list: who they are, what is told of their practice, and who works with them."""

    learner: Listed
    told: Told
    counsellors: Sequence[str]


class Listing:
    """What a member of staff may take along, at one time (in UTC). Rows are read as they are asked for."""

    def __init__(self, store: Store, course: Course, member: Staff, now: datetime) -> None:
        self._store, self._course, self._member, self._now = store, course, member, now
        self._leave = outside.leave(member.organisation_id)

    def numbers(self) -> Numbers:
        """How many learners are in it, and how many others did not agree."""
        with self._store.reading() as session:
            return listing.numbers(session, self._member, self._leave, self._now)

    def first(self) -> list[Row]:
        """The first batch."""
        return self._rows(self._order(BATCH))

    def rows(self) -> Iterator[Row]:
        """All of it, with one batch in memory at a time."""
        order = self._order()
        for begin in range(0, len(order), BATCH):
            yield from self._rows(order[begin : begin + BATCH])

    def _order(self, limit: int | None = None) -> Sequence[str]:
        with self._store.reading() as session:
            return listing.order(session, self._member, self._leave, self._now, limit)

    def _rows(self, ids: Sequence[str]) -> list[Row]:
        """A batch with what is told of it, by as many questions for many as for one."""
        with self._store.reading() as session:
            found = listing.batch(session, self._member, self._leave, self._now, ids)
            lessons, missions = listing.lessons(session, ids), listing.missions(session, ids)
            strong = attention.strong(session, ids)
        attempts: dict[str, list[Attempt]] = {one: [] for one in ids}
        for row in together.answers(self._store, ids, self._now - RECENT - growth.WEEK):
            attempts[row.learner_id].append(Attempt(row.item_id, Grade(row.grade), row.at))
        staff = counsellors(self._store, ids)
        return [
            Row(
                one,
                self._told(attempts[one.id], strong.get(one.id, ()), lessons.get(one.id, 0), missions.get(one.id)),
                staff.get(one.id, ()),
            )
            for one in found
        ]

    def _told(
        self, attempts: Sequence[Attempt], strong: Sequence[Memory], lessons: int, missions: tuple[int, int] | None
    ) -> Told:
        """``strong`` are the memories of which some are held: no other makes a unit hold."""
        zone = self._course.region.zone
        so_far = progress(attempts, strong, self._course.items, now=self._now, zone=zone)
        done, confirmed = missions or (0, 0)
        return Told(so_far.days_in_28, lessons, done, confirmed, so_far.strengths)


def columns(course: Course, names: Names) -> tuple[Column[Row], ...]:
    """The columns of the list."""
    sectors = {sector.id: sector.name for sector in course.region.sectors}

    def sector(row: Row) -> Part:
        return sectors.get(row.learner.sector or "") or Text("console.reports.no_sector")

    def strengths(row: Row) -> Cell:
        return tuple(course.units[unit].title for unit in row.told.strengths if unit in course.units)

    return (
        Column(Text("console.exports.name"), lambda row: Verbatim(row.learner.name) if row.learner.name else None),
        Column(Text("console.exports.language"), lambda row: Verbatim(names(row.learner.language))),
        Column(Text("console.exports.sector"), sector),
        Column(Text("console.exports.level"), lambda row: Verbatim(row.learner.level)),
        Column(Text("console.exports.days"), lambda row: row.told.days_in_28),
        Column(Text("console.exports.lessons"), lambda row: row.told.lessons),
        Column(Text("console.exports.at_work"), lambda row: row.told.at_work),
        Column(Text("console.exports.confirmed"), lambda row: row.told.confirmed),
        Column(Text("console.exports.strengths"), strengths, long=True),
        Column(Text("console.exports.counsellor"), lambda row: tuple(map(Verbatim, row.counsellors))),
    )
