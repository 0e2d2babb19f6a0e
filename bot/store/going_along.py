"""What goes along when learners go to another counsellor."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from bot.safeguarding.sharing import SharedWith
from bot.store.tables import Alert, AlertEvent, Group, Invitation, Message, Staff
from bot.store.talk import COUNSELLOR


def alerts(session: Session, leaves: Mapping[str, str | None], to: Staff, now: datetime) -> int:
    """Open alerts are the new counsellor's, also those that the one before had taken on. Returns how many there are.

    What a learner let their counsellor alone know is not passed on: nobody asked them whether another may know it.

    Args:
        session: of the transaction.
        leaves: the learners by id, each with the counsellor so far.
        to: the new counsellor.
        now: in UTC.
    """
    matters = or_(Alert.closed_at.is_(None), Alert.shared_with == SharedWith.COUNSELLOR.value)
    theirs = select(Alert).where(Alert.learner_id.in_(leaves), matters).order_by(Alert.id)
    open_ones = 0
    for alert in session.scalars(theirs.with_for_update()):
        if alert.shared_with == SharedWith.COUNSELLOR:
            alert.shared_with = None
        if alert.closed_at is None:
            _pass_on(session, alert, leaves[alert.learner_id], to, now)
            open_ones += 1
    return open_ones


def messages(session: Session, learner_ids: Collection[str]) -> int:
    """How many messages of these learners to their counsellor wait for an answer: from now on, the new one's."""
    theirs = Message.learner_id.in_(learner_ids), Message.staff_id.is_(None), Message.about == COUNSELLOR
    return session.scalar(select(func.count()).select_from(Message).where(*theirs, Message.answered_at.is_(None))) or 0


def what_else(session: Session, from_id: str, to: Staff) -> None:
    """Of somebody who leaves: links that nobody used yet lead to the colleague, who leads the groups from now on."""
    unused = Invitation.staff_id == from_id, Invitation.used_at.is_(None)
    session.execute(update(Invitation).where(*unused).values(staff_id=to.id))
    session.execute(update(Group).where(Group.staff_id == from_id, Group.ended_at.is_(None)).values(staff_id=to.id))


def _pass_on(session: Session, alert: Alert, leaves: str | None, to: Staff, now: datetime) -> None:
    if alert.acknowledged_by and alert.acknowledged_by == leaves:
        alert.acknowledged_by = to.id
    what = AlertEvent(alert_id=alert.id, learner_id=alert.learner_id, staff_id=to.id, what="handed_over", at=now)
    session.add(what)
