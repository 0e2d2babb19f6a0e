"""What staff see of the talk with their learners: who waits for an answer, what was said, and whether it arrived."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from bot.store.caseloads import WORKS_WITH_LEARNERS, reach
from bot.store.database import Store
from bot.store.people import Role
from bot.store.tables import Caseload, Learner, Message, OutboxRow, SpokenMessage, Staff
from bot.store.talk import COUNSELLOR, LOST


class Delivery(StrEnum):
    """What became of a message of the staff's: ``LEFT`` is who blocked the bot or left the chat."""

    WAITING = "waiting"
    SENT = "sent"
    LEFT = "left"
    REFUSED = "refused"


STATES = {
    "new": Delivery.WAITING,
    "sent": Delivery.SENT,
    "dropped": Delivery.LEFT,
    "expired": Delivery.LEFT,
    "parked": Delivery.REFUSED,
}
"""By the state of the row in the outbox; one that is gone was sent long ago, as ``outbox.forget_old`` keeps others."""


@dataclass(frozen=True)
class Thread:
    """The talk with one learner.

    Attributes:
        learner: whom it is with.
        last: its newest message.
        unread: messages of the learner's that nobody opened.
        waits_since: the oldest message of the learner's that nobody answered; None when none waits.
        lost: messages of the staff's that did not arrive.
    """

    learner: Learner
    last: Message
    unread: int
    waits_since: datetime | None
    lost: int


@dataclass(frozen=True)
class Said:
    """One message of a thread; ``sender`` is the name of who wrote it for the staff, ``delivery`` what became of that.

    ``spoken``: what the staff said aloud is kept.
    """

    message: Message
    sender: str | None
    delivery: Delivery | None
    spoken: bool


def addressed(member: Staff, now: datetime) -> Select[tuple[str]]:
    """The ids of the learners who write to this member of staff, to be used in ``.in_()``.

    Learners are told that their counsellor reads it. So a lead reads what is for nobody else: of who has no counsellor,
    of their own caseload, and that of colleagues who are away and for whom they stand in.
    """
    if member.role != Role.LEAD:
        return reach(member, now)
    of_somebody = select(Caseload.learner_id).join(Staff, Staff.id == Caseload.staff_id)
    away = and_(Staff.stand_in_id == member.id, Staff.absent_until > now)
    theirs = of_somebody.where(or_(Staff.id == member.id, away))
    nobodys = Learner.id.not_in(of_somebody.where(WORKS_WITH_LEARNERS))
    return reach(member, now).where(or_(Learner.id.in_(theirs), nobodys))


def is_addressed(store: Store, member: Staff, learner_id: str, now: datetime) -> bool:
    """Whether a learner writes to this member of staff."""
    with store.reading() as session:
        return session.scalar(addressed(member, now).where(Learner.id == learner_id)) is not None


def threads(store: Store, member: Staff, now: datetime, limit: int, skip: int = 0) -> Sequence[Thread]:
    """The threads of a member of staff: who waits longest first, then those in which something was said last."""
    with store.reading() as session:
        rows = session.execute(_summed(member, now).limit(limit).offset(skip)).all()
        last = _last(session, [row[0] for row in rows])
        people = {one.id: one for one in session.scalars(select(Learner).where(Learner.id.in_(last)))}
        return [Thread(people[one], last[one], unread, since, lost) for one, since, unread, lost in rows]


def said(store: Store, learner_id: str, limit: int, before: datetime | None = None) -> Sequence[Said]:
    """The last messages of a thread, oldest first; ``before`` a moment, for those further back."""
    mine = _said().where(Message.learner_id == learner_id, Message.about == COUNSELLOR)
    if before:
        mine = mine.where(Message.at < before)
    with store.reading() as session:
        rows = session.execute(mine.order_by(Message.at.desc(), Message.id.desc()).limit(limit)).all()
        return [_as_said(*row) for row in reversed(rows)]


def _summed(member: Staff, now: datetime) -> Select[Any]:
    """A row for each learner with whom something was said."""
    of_learner = Message.staff_id.is_(None)
    waits_since = func.min(case((and_(of_learner, Message.answered_at.is_(None)), Message.at)))
    return (
        select(
            Message.learner_id,
            waits_since.label("waits_since"),
            func.count(case((and_(of_learner, Message.read_at.is_(None)), 1))).label("unread"),
            func.count(case((OutboxRow.state.in_(LOST), 1))).label("lost"),
        )
        .outerjoin(OutboxRow, OutboxRow.ref == Message.ref)
        .where(Message.about == COUNSELLOR, Message.learner_id.in_(addressed(member, now)))
        .group_by(Message.learner_id)
        .order_by(waits_since.is_(None), waits_since, func.max(Message.at).desc(), Message.learner_id)
    )


def _last(session: Session, learner_ids: Sequence[str]) -> dict[str, Message]:
    newest = func.row_number().over(partition_by=Message.learner_id, order_by=(Message.at.desc(), Message.id.desc()))
    theirs = (Message.learner_id.in_(learner_ids), Message.about == COUNSELLOR)
    each = select(Message, newest.label("place")).where(*theirs).subquery()
    found = session.scalars(select(aliased(Message, each)).where(each.c.place == 1))
    return {one.learner_id: one for one in found}


def _said() -> Select[Any]:
    spoken = exists().where(SpokenMessage.message_id == Message.id)
    named = select(Message, Staff.name, OutboxRow.state, spoken)
    staff = named.outerjoin(Staff, Staff.id == Message.staff_id)
    return staff.outerjoin(OutboxRow, OutboxRow.ref == Message.ref)


def _as_said(message: Message, sender: str | None, state: str | None, spoken: bool) -> Said:
    delivery = STATES.get(state or "sent") if message.ref else None
    return Said(message, sender, delivery, spoken)
