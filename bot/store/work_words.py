"""Words from learners' work: reading those that wait, and deciding what becomes of one."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from bot.store import outbox
from bot.store.database import Store
from bot.store.tables import Learner, WorkWord


class State(StrEnum):
    """What became of a word: a coordinator makes an exercise of it, or does not."""

    WAITING = "waiting"
    MADE = "made"
    REFUSED = "refused"


def waiting(store: Store) -> Sequence[WorkWord]:
    """The words that nobody decided about, the oldest first."""
    statement = select(WorkWord).where(WorkWord.state == State.WAITING).order_by(WorkWord.at, WorkWord.id)
    with store.reading() as session:
        return session.scalars(statement).all()


def items_made(store: Store, learner_id: str) -> set[str]:
    """The ids of the exercises that were made of a learner's words."""
    mine = select(WorkWord.item_id).where(WorkWord.learner_id == learner_id, WorkWord.state == State.MADE)
    with store.reading() as session:
        return {item for item in session.scalars(mine) if item}


def by_id(store: Store, word_id: str) -> WorkWord | None:
    """The word with this id."""
    with store.reading() as session:
        return session.get(WorkWord, word_id)


def decide(store: Store, word_id: str, item_id: str | None, now: datetime, ref: str, told: dict[str, Any]) -> bool:
    """Note what became of a word that waits, and tell the learner: both or nothing.

    Args:
        store: where words and messages are kept.
        word_id: the word's.
        item_id: the exercise that was made of it; None when none was.
        now: in UTC.
        ref: the new message's.
        told: what the learner reads, as a payload.

    Returns:
        False when there is no such word, or it was decided about before.
    """
    with store.writing() as session:
        # Whoever changes a learner's record holds the learner: a turn, an erasure.
        learner_id = session.scalar(select(WorkWord.learner_id).where(WorkWord.id == word_id))
        learner = session.get(Learner, learner_id, with_for_update=True) if learner_id else None
        word = session.scalars(select(WorkWord).where(WorkWord.id == word_id)).first()
        if learner is None or word is None or word.state != State.WAITING:
            return False
        word.state, word.item_id = (State.MADE if item_id else State.REFUSED).value, item_id
        flag_modified(learner, "last_seen_at")
        session.add(outbox.message(learner, told, ref, now))
        return True
