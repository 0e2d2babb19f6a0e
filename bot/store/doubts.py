"""Doubts about words of the course: counting them, and putting them aside once somebody has looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select

from bot.store.database import Store
from bot.store.tables import Doubt


@dataclass(frozen=True)
class Doubted:
    """An entry that sounds wrong in a language: to how many people, and when somebody said so last."""

    entry_id: str
    language: str
    people: int
    last: datetime


def doubted(store: Store) -> Sequence[Doubted]:
    """What sounds wrong, most people first."""
    people, last = func.count(), func.max(Doubt.at)
    grouped = select(Doubt.entry_id, Doubt.language, people, last).group_by(Doubt.entry_id, Doubt.language)
    with store.reading() as session:
        rows = session.execute(grouped.order_by(people.desc(), Doubt.entry_id, Doubt.language))
        return [Doubted(*row) for row in rows]


def has(store: Store, learner_id: str, entry_id: str, language: str) -> bool:
    """Whether this learner said before that the entry sounds wrong in this language."""
    with store.reading() as session:
        return session.get(Doubt, (learner_id, entry_id, language)) is not None


def settle(store: Store, entry_id: str, language: str | None = None) -> int:
    """Put aside the doubts about an entry, in one language or in all; return how many there were."""
    about = delete(Doubt).where(Doubt.entry_id == entry_id)
    if language:
        about = about.where(Doubt.language == language)
    with store.writing() as session:
        return len(session.execute(about.returning(Doubt.learner_id)).all())
