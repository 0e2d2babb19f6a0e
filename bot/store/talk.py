"""Messages between learners and staff, and alerts."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from bot.store.database import Store
from bot.store.tables import Alert, Learner, Message, OutboxRow, SpokenMessage, Staff

COUNSELLOR = "counsellor"
"""What a message is about that is for the learner's counsellor, or comes from staff unasked."""

LOST = ("dropped", "expired", "parked")
"""States of rows in the outbox that did not arrive."""


def message(store: Store, message_id: str) -> Message | None:
    """The message with this id."""
    with store.reading() as session:
        return session.get(Message, message_id)


def messages(store: Store, learner_id: str) -> Sequence[Message]:
    """All messages of a learner, both ways, oldest first."""
    with store.reading() as session:
        return session.scalars(select(Message).where(Message.learner_id == learner_id).order_by(Message.at)).all()


def latest(store: Store, learner_id: str, number: int) -> Sequence[Message]:
    """The last messages between a learner and their counsellor, both ways, at most so many, oldest first."""
    theirs = select(Message).where(Message.learner_id == learner_id, Message.about == COUNSELLOR)
    newest = theirs.order_by(Message.at.desc(), Message.id.desc())
    with store.reading() as session:
        return session.scalars(newest.limit(number)).all()[::-1]


def unanswered(store: Store, learner_id: str) -> Sequence[Message]:
    """What a learner wrote and nobody answered yet, oldest first: to the counsellor, or about Werkmaat itself."""
    statement = select(Message).where(Message.learner_id == learner_id, Message.staff_id.is_(None))
    with store.reading() as session:
        return session.scalars(statement.where(Message.answered_at.is_(None)).order_by(Message.at)).all()


def sound(store: Store, message_id: str) -> bytes | None:
    """What a member of staff said aloud in a message, as Ogg Opus; None when it is written, or gone."""
    with store.reading() as session:
        found = session.get(SpokenMessage, message_id)
        return found.sound if found else None


def undelivered(store: Store, learner_id: str) -> Sequence[tuple[Message, Staff]]:
    """What staff said that the learner's chat did not take, oldest first, each with who said it."""
    lost = (
        select(Message, Staff).join(OutboxRow, OutboxRow.ref == Message.ref).join(Staff, Staff.id == Message.staff_id)
    )
    mine = lost.where(Message.learner_id == learner_id, OutboxRow.state == "dropped")
    with store.reading() as session:
        return [(one, staff) for one, staff in session.execute(mine.order_by(Message.at, Message.id))]


def hold(session: Session, learner_id: str) -> Learner | None:
    """A learner to whom something is said inside a write transaction; a turn that runs meanwhile is run again."""
    learner = session.get(Learner, learner_id, with_for_update=True)
    if learner:
        flag_modified(learner, "last_seen_at")
    return learner


def is_lost(session: Session, message: Message) -> bool:
    """Whether what staff said did not arrive, and is not on its way either."""
    state = session.scalar(select(OutboxRow.state).where(OutboxRow.ref == message.ref))
    return state in LOST


def answered(session: Session, learner_id: str, now: datetime, only: str | None = None) -> None:
    """Inside a write transaction, nothing that a learner wrote to their counsellor waits for an answer any more.

    ``only`` is the id of the one message of which that is so, whatever it is about.
    """
    of_learner = update(Message).where(Message.learner_id == learner_id, Message.staff_id.is_(None))
    which = Message.id == only if only else Message.about == COUNSELLOR
    read = {"answered_at": now, "read_at": func.coalesce(Message.read_at, now)}
    session.execute(of_learner.where(which, Message.answered_at.is_(None)).values(read))


def read(store: Store, learner_id: str, now: datetime) -> None:
    """Staff opened what a learner wrote to their counsellor."""
    theirs = (Message.learner_id == learner_id, Message.staff_id.is_(None), Message.about == COUNSELLOR)
    with store.writing() as session:
        session.execute(update(Message).where(*theirs, Message.read_at.is_(None)).values(read_at=now))


def open_alerts(store: Store, learner_id: str) -> Sequence[Alert]:
    """The alerts of a learner that nobody closed."""
    statement = select(Alert).where(Alert.learner_id == learner_id, Alert.closed_at.is_(None))
    with store.reading() as session:
        return session.scalars(statement.order_by(Alert.at)).all()
