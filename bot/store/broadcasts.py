"""Broadcasts: what is to be said to all of a group, taken back in time or sent, and what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, distinct, exists, func, or_, select

from bot.store import campaigns, groups
from bot.store.campaigns import Campaign
from bot.store.consents import agrees
from bot.store.database import Store
from bot.store.ids import new_id
from bot.store.tables import Attempt, Broadcast, GroupMember, Learner, Message, OutboxRow, Staff
from bot.store.talk import COUNSELLOR

LASTS = timedelta(hours=12)
"""What was to be sent longer ago than this is not sent any more; nor is what Telegram did not take by then."""

Write = Callable[[Learner], dict[str, Any] | None]
"""What a learner gets, as a payload; None when they get none."""


@dataclass(frozen=True)
class Signed:
    """A broadcast with the name of who sends it."""

    broadcast: Broadcast
    sender: str


@dataclass(frozen=True)
class Results:
    """What came of a broadcast.

    Attributes:
        states: how many of its messages are in which state of the outbox.
        active: how many of those who got it wrote to their counsellor or, sharing it, practised.
    """

    states: Mapping[str, int]
    active: int


def campaign_of(broadcast_id: str) -> str:
    """The name of a broadcast among all campaigns."""
    return f"broadcast-{broadcast_id}"


def plan(
    store: Store,
    member: Staff,
    group_id: str,
    said: dict[str, Any],
    now: datetime,
    send_at: datetime,
    random: Random,
) -> Broadcast | None:
    """Plan a broadcast to a group that the member may see; ``said`` is a part of a message.

    Returns None when there is no such group.
    """
    planned = Broadcast(
        id=new_id(random),
        group_id=group_id,
        staff_id=member.id,
        said=said,
        made_at=now,
        send_at=send_at,
    )
    with store.writing() as session:
        if groups.hold(session, member, group_id, now) is None:
            return None
        session.add(planned)
        return planned


def cancel(store: Store, group_id: str, broadcast_id: str, now: datetime) -> bool:
    """Take a broadcast back. Returns False when it is too late, or there is none."""
    with store.writing() as session:
        this = select(Broadcast).where(Broadcast.id == broadcast_id, Broadcast.group_id == group_id, _waits())
        found = session.scalars(this.with_for_update()).first()
        if found is None:
            return False
        found.cancelled_at = now
        return True


def of_group(store: Store, group_id: str, limit: int = 20) -> Sequence[Signed]:
    """The broadcasts of a group, newest first."""
    newest = _signed().where(Broadcast.group_id == group_id).order_by(Broadcast.made_at.desc(), Broadcast.id)
    with store.reading() as session:
        return [Signed(*row) for row in session.execute(newest.limit(limit)).tuples()]


def find(store: Store, group_id: str, broadcast_id: str) -> Signed | None:
    """A broadcast of a group."""
    this = _signed().where(Broadcast.group_id == group_id, Broadcast.id == broadcast_id)
    with store.reading() as session:
        found = session.execute(this).tuples().first()
    return Signed(*found) if found else None


def due(store: Store, now: datetime) -> Sequence[Signed]:
    """The broadcasts whose time has come, the earliest first."""
    ready = _signed().where(_waits(), Broadcast.send_at <= now, Broadcast.send_at > now - LASTS)
    with store.reading() as session:
        rows = session.execute(ready.order_by(Broadcast.send_at, Broadcast.id)).tuples()
        return [Signed(*row) for row in rows]


def send(store: Store, broadcast_id: str, now: datetime, write: Write) -> int:
    """Put a broadcast into the outbox for all who are in the group now: all of it or nothing, and once.

    Args:
        store: where both are kept.
        broadcast_id: which one.
        now: in UTC.
        write: says what each learner gets.

    Returns:
        How many learners get it. None do when it was taken back or sent meanwhile.
    """
    with store.writing() as session:
        this = select(Broadcast).where(Broadcast.id == broadcast_id, _waits()).with_for_update()
        broadcast = session.scalars(this).first()
        if broadcast is None:
            return 0
        broadcast.begun_at = now
        in_group = select(GroupMember.learner_id).where(GroupMember.group_id == broadcast.group_id)
        there = campaigns.held(session, session.scalars(in_group).all())
        written = [(learner, write(learner)) for learner in there]
        campaign = Campaign(campaign_of(broadcast_id), now, now + LASTS)
        return campaigns.put(session, campaign, [(learner, payload) for learner, payload in written if payload])


def results(store: Store, broadcast: Broadcast, until: datetime, sharing: str) -> Results:
    """What came of a broadcast that was sent, for as long as the outbox keeps its messages (``outbox.KEPT``).

    Args:
        store: where messages are kept.
        broadcast: one that was sent.
        until: what learners did later does not count.
        sharing: the kind of consent by which practice may be counted.
    """
    of_it = OutboxRow.campaign == campaign_of(broadcast.id)
    by_state = select(OutboxRow.state, func.count()).where(of_it).group_by(OutboxRow.state)
    since = broadcast.begun_at or broadcast.send_at
    got_it = and_(of_it, OutboxRow.state == "sent")
    active = select(func.count(distinct(OutboxRow.learner_id))).where(got_it, _active(since, until, sharing))
    with store.reading() as session:
        return Results(dict(session.execute(by_state).tuples().all()), session.scalar(active) or 0)


def _active(since: datetime, until: datetime, sharing: str) -> ColumnElement[bool]:
    to_counsellor = and_(Message.staff_id.is_(None), Message.about == COUNSELLOR)
    wrote = exists().where(Message.learner_id == OutboxRow.learner_id, to_counsellor, Message.at.between(since, until))
    practised = exists().where(Attempt.learner_id == OutboxRow.learner_id, Attempt.at.between(since, until))
    return or_(wrote, and_(agrees(OutboxRow.learner_id, sharing), practised))


def _waits() -> ColumnElement[bool]:
    return and_(Broadcast.begun_at.is_(None), Broadcast.cancelled_at.is_(None))


def _signed() -> Select[tuple[Broadcast, str]]:
    return select(Broadcast, Staff.name).join(Staff, Staff.id == Broadcast.staff_id)
