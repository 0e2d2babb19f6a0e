"""The list of the learners whom a member of staff may see: searched, filtered, sorted, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, case, func, null, select
from sqlalchemy.orm import Session

from bot.store.caseloads import reach
from bot.store.consents import agrees
from bot.store.tables import Attempt, GroupMember, Learner, Staff, Team

A_PAGE = 25
"""Learners of one page."""


class Sort(StrEnum):
    """What the list is sorted by."""

    NAME = "name"
    PRACTISED = "practised"


@dataclass(frozen=True)
class Wish:
    """Which learners are looked for; an empty value asks for nothing. Pages are counted from 1."""

    named: str = ""
    language: str = ""
    sector: str = ""
    team: str = ""
    group: str = ""
    sort: Sort = Sort.NAME
    page: int = 1


@dataclass(frozen=True)
class Listed:
    """A learner in the list. Of who does not share what they practise there is the name, and the team."""

    id: str
    name: str | None
    team: str | None
    shares: bool
    language: str | None
    sector: str | None
    practised_at: datetime | None


@dataclass(frozen=True)
class Choices:
    """What can be filtered by: languages and sectors of those who share, and teams, as ids and names."""

    languages: tuple[str, ...]
    sectors: tuple[str, ...]
    teams: tuple[tuple[str, str], ...]


class LearnerList:
    """The learners whom a member of staff may see.

    Args:
        session: of a reading.
        member: who looks.
        now: in UTC.
        sharing: the kind of consent that opens what they practise.
    """

    def __init__(self, session: Session, member: Staff, now: datetime, sharing: str) -> None:
        self._session = session
        self._theirs = Learner.id.in_(reach(member, now))
        self._shares = agrees(Learner.id, sharing)

    def page(self, wish: Wish) -> Sequence[Listed]:
        """The learners of one page."""
        columns = (self._if_shared(Learner.language), self._if_shared(Learner.sector), self._if_shared(_practised_at()))
        found = select(Learner.id, Learner.name, Team.name, self._shares, *columns)
        found = self._looked_for(found.outerjoin(Team, Team.id == Learner.team_id), wish)
        by_name = (func.lower(Learner.name).nulls_last(), Learner.id)
        latest = columns[-1].desc().nulls_last()
        ordered = found.order_by(*((latest, *by_name) if wish.sort is Sort.PRACTISED else by_name))
        rows = self._session.execute(ordered.limit(A_PAGE).offset(A_PAGE * (wish.page - 1)))
        return [Listed(*row) for row in rows]

    def count(self, wish: Wish) -> int:
        """How many learners are looked for, on all pages."""
        return self._session.scalar(self._looked_for(select(func.count(Learner.id)), wish)) or 0

    def choices(self) -> Choices:
        """What can be filtered by."""
        columns = (self._if_shared(Learner.language), self._if_shared(Learner.sector), Team.id, Team.name)
        found = select(*columns).outerjoin(Team, Team.id == Learner.team_id).where(self._theirs).distinct()
        rows = self._session.execute(found.select_from(Learner)).tuples().all()
        return Choices(
            languages=tuple(sorted({language for language, _, _, _ in rows if language})),
            sectors=tuple(sorted({sector for _, sector, _, _ in rows if sector})),
            teams=tuple(sorted({(team, name) for _, _, team, name in rows if team}, key=lambda one: one[1])),
        )

    def _looked_for(self, found: Select[Any], wish: Wish) -> Select[Any]:
        """Only whoever is looked for. Who shares nothing is found by name, team and group alone."""
        conditions = {
            "named": (Learner.name.icontains(wish.named, autoescape=True),),
            "language": (self._shares, Learner.language == wish.language),
            "sector": (self._shares, Learner.sector == wish.sector),
            "team": (Learner.team_id == wish.team,),
            "group": (Learner.id.in_(select(GroupMember.learner_id).where(GroupMember.group_id == wish.group)),),
        }
        wanted = [one for name, several in conditions.items() if getattr(wish, name) for one in several]
        return found.where(self._theirs, *wanted)

    def _if_shared(self, column: SQLColumnExpression[Any]) -> ColumnElement[Any]:
        return case((self._shares, column), else_=null())


def _practised_at() -> ColumnElement[datetime]:
    """When the learner answered something last."""
    return select(func.max(Attempt.at)).where(Attempt.learner_id == Learner.id).scalar_subquery()
