"""Reading what learners said aloud."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.store.database import Store
from bot.store.tables import Recording


def of(store: Store, learner_id: str) -> Sequence[Recording]:
    """All recordings of a learner, oldest first."""
    mine = select(Recording).where(Recording.learner_id == learner_id).order_by(Recording.id)
    with store.reading() as session:
        return session.scalars(mine).all()
