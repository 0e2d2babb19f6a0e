"""Reading what learners can already do."""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import select

from bot.store.database import Store
from bot.store.tables import SkillHeld


class Source(StrEnum):
    """How it was said: by a card of the course, in own words, or aloud."""

    CARD = "card"
    WORDS = "words"
    VOICE = "voice"


def of(store: Store, learner_id: str) -> Sequence[SkillHeld]:
    """All that a learner can do, in the order in which it was said."""
    mine = select(SkillHeld).where(SkillHeld.learner_id == learner_id).order_by(SkillHeld.at, SkillHeld.id)
    with store.reading() as session:
        return session.scalars(mine).all()
