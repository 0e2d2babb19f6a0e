"""Reading how learners said that they are."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, select

from bot.store.database import Store
from bot.store.learners import FURTHEST
from bot.store.tables import CheckIn, Learner


def by_id(store: Store, row_id: str) -> CheckIn | None:
    """The question with this id."""
    with store.reading() as session:
        return session.get(CheckIn, row_id)


def of(store: Store, learner_id: str) -> Sequence[CheckIn]:
    """All questions to a learner, the oldest first."""
    mine = select(CheckIn).where(CheckIn.learner_id == learner_id).order_by(CheckIn.asked_at, CheckIn.id)
    with store.reading() as session:
        return session.scalars(mine).all()


def shared(store: Store, learner_id: str, since: datetime) -> Sequence[CheckIn]:
    """What a learner let counsellors see, of what was asked since then, the oldest first."""
    mine = select(CheckIn).where(CheckIn.learner_id == learner_id, CheckIn.shared, CheckIn.mood.is_not(None))
    with store.reading() as session:
        return session.scalars(mine.where(CheckIn.asked_at >= since).order_by(CheckIn.asked_at)).all()


def due(store: Store, now: datetime) -> Sequence[Learner]:
    """Learners whose moment to be asked has come; and those whose moment was set by a clock that ran far ahead."""
    not_paused = or_(Learner.paused_until.is_(None), Learner.paused_until <= now)
    # A moment may lie a week and the days up to the chosen one away; further only in a pause.
    ahead = and_(Learner.check_in_due_at > now + 2 * FURTHEST, not_paused)
    moment = or_(Learner.check_in_due_at <= now, ahead)
    with store.reading() as session:
        found = session.scalars(select(Learner).where(moment, Learner.blocked_at.is_(None)))
        return sorted(found, key=lambda learner: (learner.check_in_due_at, learner.id))
