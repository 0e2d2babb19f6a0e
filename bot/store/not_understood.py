"""What was not understood: finding one message again, and counting all of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from bot.store.database import Store
from bot.store.tables import Learner, NotUnderstood


@dataclass(frozen=True)
class Count:
    """How often a label stood on a button in a language, and how often it was tapped. No label: nothing was offered."""

    language: str
    label: str | None
    offered: int
    chosen: int


def by_id(store: Store, row_id: str) -> NotUnderstood | None:
    """The message with this id."""
    with store.reading() as session:
        return session.get(NotUnderstood, row_id)


def with_words(store: Store, learner_id: str | None = None) -> Sequence[NotUnderstood]:
    """The messages whose words were kept: of one learner, or of all who agreed."""
    statement = select(NotUnderstood).where(NotUnderstood.learner_id.is_not(None))
    if learner_id:
        statement = statement.where(NotUnderstood.learner_id == learner_id)
    with store.reading() as session:
        return session.scalars(statement.order_by(NotUnderstood.at, NotUnderstood.id)).all()


def counts(store: Store) -> list[Count]:
    """By language and label, the most frequent of a language first."""
    offered: Counter[tuple[str, str | None]] = Counter()
    chosen: Counter[tuple[str, str | None]] = Counter()
    with store.reading() as session:
        for row in session.execute(select(NotUnderstood.language, NotUnderstood.guessed, NotUnderstood.chosen)):
            offered.update((row.language, label) for label in row.guessed or [None])
            chosen.update([(row.language, row.chosen)] if row.chosen else [])
    every = offered | chosen
    found = [Count(language, label, offered[language, label], chosen[language, label]) for language, label in every]
    return sorted(found, key=lambda one: (one.language, -one.offered, one.label or ""))


def messages(store: Store) -> dict[str, int]:
    """How many messages were not understood, by language."""
    counted = select(NotUnderstood.language, func.count()).group_by(NotUnderstood.language)
    with store.reading() as session:
        return dict(session.execute(counted).tuples().all())


def speakers(store: Store) -> dict[str, int]:
    """How many learners there are, by their own language."""
    counted = select(Learner.language, func.count()).group_by(Learner.language)
    with store.reading() as session:
        return dict(session.execute(counted).tuples().all())
