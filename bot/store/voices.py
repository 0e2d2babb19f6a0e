"""What learners say about Werkmaat itself: what waits for their word, and what was passed on."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.store.database import Store
from bot.store.tables import Message, Voice

PROBLEM = "problem"
"""What a message is about that wants an answer from those who make Werkmaat."""


def undecided(store: Store, learner_id: str) -> Sequence[Voice]:
    """What a learner said without saying yet whether it may be passed on."""
    with store.reading() as session:
        return session.scalars(select(Voice).where(Voice.learner_id == learner_id)).all()


def passed_on(store: Store) -> Sequence[Voice]:
    """What was said without a name, the oldest week first."""
    anonymous = select(Voice).where(Voice.learner_id.is_(None))
    with store.reading() as session:
        return session.scalars(anonymous.order_by(Voice.week, Voice.id)).all()


def wanting_an_answer(store: Store) -> Sequence[Message]:
    """What was said by who wants an answer and has none yet, oldest first."""
    waiting = select(Message).where(Message.about == PROBLEM, Message.staff_id.is_(None), Message.answered_at.is_(None))
    with store.reading() as session:
        return session.scalars(waiting.order_by(Message.at)).all()
