"""Who stands by learners, from the counsellor up."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.safeguarding.escalation import Ladder, Person
from bot.store.absences import is_away
from bot.store.database import Store
from bot.store.people import Role
from bot.store.tables import Caseload, Learner, Staff


@dataclass(frozen=True)
class Ladders:
    """The ladders of several learners.

    Attributes:
        now: in UTC; it decides who is away.
        staff: those of the learners' organisations by id, also the disabled, by e-mail address.
        links: the ids of those who have a learner in their caseload, the newest first, by the learner's id.
    """

    now: datetime
    staff: Mapping[str, Staff]
    links: Mapping[str, Sequence[str]]

    def of(self, learner: Learner) -> Ladder:
        """The counsellor who works with a learner, the leads of the team, and the organisation's administrators.

        A lead without a team leads all of them. Nobody who is disabled stands on it.
        """
        counsellor = self.counsellor(learner.id)
        here = [one for one in self._there() if one.organisation_id == learner.organisation_id]
        teams = {None, learner.team_id or (counsellor.team_id if counsellor else None)}
        return Ladder(
            counsellor=self._person(counsellor) if counsellor else None,
            leads=self._people(one for one in here if one.role == Role.LEAD and one.team_id in teams),
            administrators=self._people(one for one in here if one.role == Role.ADMINISTRATOR),
        )

    def counsellor(self, learner_id: str) -> Staff | None:
        """The counsellor who works with a learner."""
        theirs = (self.staff.get(one) for one in self.links.get(learner_id, ()))
        return next((one for one in theirs if one and not one.disabled_at), None)

    def person(self, staff_id: str) -> Person:
        """A member of staff as somebody who can be told; of who is not of these organisations nothing else is known."""
        return self._person(self.staff[staff_id]) if staff_id in self.staff else Person(staff_id)

    def _there(self) -> Iterable[Staff]:
        return (one for one in self.staff.values() if not one.disabled_at)

    def _people(self, several: Iterable[Staff]) -> tuple[Person, ...]:
        return tuple(self._person(one) for one in several)

    def _person(self, one: Staff) -> Person:
        second = self.staff.get(one.stand_in_id or "")
        stand_in = Person(second.id, is_away(second, self.now)) if second and not second.disabled_at else None
        return Person(one.id, is_away(one, self.now), stand_in)


def of_all(store: Store, learners: Collection[Learner], now: datetime) -> Ladders:
    """The ladders of these learners, in two questions however many they are."""
    homes = select(Staff).where(Staff.organisation_id.in_({one.organisation_id for one in learners}))
    linked = select(Caseload).where(Caseload.learner_id.in_({one.id for one in learners}))
    links = defaultdict[str, list[str]](list)
    with store.reading() as session:
        for row in session.scalars(linked.order_by(Caseload.since.desc())):
            links[row.learner_id].append(row.staff_id)
        return Ladders(now, {one.id: one for one in session.scalars(homes.order_by(Staff.email))}, links)


def ladder(store: Store, learner: Learner, now: datetime) -> Ladder:
    """The ladder of one learner."""
    return of_all(store, [learner], now).of(learner)
