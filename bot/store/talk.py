"""Reading messages between learners and staff, and alerts."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.store.database import Store
from bot.store.tables import Alert, Message


def message(store: Store, message_id: str) -> Message | None:
    """The message with this id."""
    with store.reading() as session:
        return session.get(Message, message_id)


def messages(store: Store, learner_id: str) -> Sequence[Message]:
    """All messages of a learner, both ways, oldest first."""
    with store.reading() as session:
        return session.scalars(select(Message).where(Message.learner_id == learner_id).order_by(Message.at)).all()


def unanswered(store: Store, learner_id: str) -> Sequence[Message]:
    """What a learner wrote to their counsellor and nobody answered yet, oldest first."""
    statement = select(Message).where(Message.learner_id == learner_id, Message.staff_id.is_(None))
    with store.reading() as session:
        return session.scalars(statement.where(Message.answered_at.is_(None)).order_by(Message.at)).all()


def open_alerts(store: Store, learner_id: str) -> Sequence[Alert]:
    """The alerts of a learner that nobody closed."""
    statement = select(Alert).where(Alert.learner_id == learner_id, Alert.closed_at.is_(None))
    with store.reading() as session:
        return session.scalars(statement.order_by(Alert.at)).all()
