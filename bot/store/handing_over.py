"""Learners who go from one counsellor to another: who goes, and who takes them. Inside one write transaction."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.orm.attributes import flag_modified

from bot.store import going_along
from bot.store.caseloads import reach
from bot.store.people import Refused, Role
from bot.store.tables import Caseload, HandOver, Learner, OutboxRow, Staff

WITH_LEARNERS = (Role.COUNSELLOR, Role.LEAD)
"""Those who may have learners."""


@dataclass(frozen=True)
class Going:
    """A learner who goes, held until the end of the transaction; ``leaves`` is their counsellor so far, if any."""

    learner: Learner
    leaves: str | None


@dataclass(frozen=True)
class HandedOver:
    """What was handed over to whom: the learners' ids, their messages that wait for an answer, and open alerts."""

    to: str
    learners: tuple[str, ...]
    messages: int
    alerts: int

    @property
    def detail(self) -> dict[str, Any]:
        """What the audit keeps."""
        return {"to": self.to, "learners": [*self.learners], "messages": self.messages, "alerts": self.alerts}


def taker(session: Session, by: Staff, to_id: str) -> Staff:
    """The colleague who is to take learners over. Raises Refused when they cannot."""
    to = session.get(Staff, to_id)
    if to is None or to.disabled_at or to.organisation_id != by.organisation_id or to.role not in WITH_LEARNERS:
        raise Refused(f"{to.email if to else to_id} takes no learners over here.")
    return to


def chosen(session: Session, by: Staff, learner_ids: Collection[str], to_id: str, now: datetime) -> list[Going]:
    """Those of these learners whom a member of staff may hand over, but for those who are with ``to_id`` already.

    Each leaves the one who hands them over or, where they are not that one's, the counsellor whom they came to last.
    """
    with_whom = _with_whom(session, learner_ids)
    found = []
    for learner in _held(session, Learner.id.in_(learner_ids), Learner.id.in_(reach(by, now))):
        own = with_whom.get(learner.id, [])
        leaves = by.id if by.id in own else next(iter(own), None)
        if leaves != to_id:
            found.append(Going(learner, leaves))
    return found


def whole_caseload(session: Session, by: Staff, from_id: str, to: Staff) -> list[Going]:
    """All learners of a member of staff. Raises Refused when they cannot go to ``to``, or ``by`` may not say so."""
    leaves = session.get(Staff, from_id)
    if leaves is None or leaves.id == to.id or not _may_say(by, leaves):
        raise Refused(f"{to.email} cannot take these learners over.")
    theirs = select(Caseload.learner_id).where(Caseload.staff_id == from_id)
    return [Going(learner, from_id) for learner in _held(session, Learner.id.in_(theirs))]


def give(
    session: Session,
    going: Sequence[Going],
    to: Staff,
    by: Staff,
    now: datetime,
    message: Callable[[Learner], OutboxRow],
) -> HandedOver:
    """Give learners to a counsellor, with what goes along. Who has blocked the bot is told later.

    Args:
        session: of the transaction.
        going: the learners.
        to: the counsellor.
        by: who arranged it.
        now: in UTC.
        message: what a learner is told, to be kept.
    """
    alerts = going_along.alerts(session, {one.learner.id: one.leaves for one in going}, to, now)
    for one in going:
        session.execute(delete(Caseload).where(Caseload.learner_id == one.learner.id, Caseload.staff_id == one.leaves))
        session.merge(Caseload(staff_id=to.id, learner_id=one.learner.id, since=now))
        told = message(one.learner) if one.learner.blocked_at is None else None
        ref = told.ref if told else None
        noted = HandOver(learner_id=one.learner.id, from_id=one.leaves, to_id=to.id, by_id=by.id, at=now, ref=ref)
        session.add_all([noted, told] if told else [noted])
        if one.learner.team_id:
            one.learner.team_id = to.team_id
        flag_modified(one.learner, "last_seen_at")
    ids = tuple(one.learner.id for one in going)
    return HandedOver(to.id, ids, going_along.messages(session, ids), alerts)


def untold(session: Session, learner_id: str) -> tuple[HandOver, str, str] | None:
    """The last hand-over of a learner, if they were not told as they had blocked the bot; with the names of both."""
    to, by = aliased(Staff), aliased(Staff)
    last = select(HandOver, to.name, by.name).join(to, to.id == HandOver.to_id).join(by, by.id == HandOver.by_id)
    mine = last.where(HandOver.learner_id == learner_id).order_by(HandOver.id.desc())
    found = session.execute(mine).tuples().first()
    return found if found and _was_not_sent(session, found[0]) else None


def _may_say(by: Staff, leaves: Staff) -> bool:
    """Whether somebody may say what becomes of a colleague's learners, or of their own."""
    leads = by.role == Role.LEAD and by.team_id in (None, leaves.team_id)
    above = by.organisation_id == leaves.organisation_id and (leads or by.role == Role.ADMINISTRATOR)
    return above or by.id == leaves.id


def _held(session: Session, *which: ColumnElement[bool]) -> Sequence[Learner]:
    """Learners as they are until the end of the transaction."""
    return session.scalars(select(Learner).where(*which).order_by(Learner.id).with_for_update()).all()


def _with_whom(session: Session, learner_ids: Collection[str]) -> dict[str, list[str]]:
    """The counsellors of each learner, the one whom they came to last first."""
    rows = select(Caseload.learner_id, Caseload.staff_id).where(Caseload.learner_id.in_(learner_ids))
    found: dict[str, list[str]] = {}
    for learner_id, staff_id in session.execute(rows.order_by(Caseload.since.desc(), Caseload.staff_id)):
        found.setdefault(learner_id, []).append(staff_id)
    return found


def _was_not_sent(session: Session, noted: HandOver) -> bool:
    dropped = select(OutboxRow.id).where(OutboxRow.ref == noted.ref, OutboxRow.state == "dropped")
    return noted.ref is None or session.scalar(dropped) is not None
