"""Words from learners' work: reading those that wait, and deciding what becomes of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from bot.store import caseloads, outbox
from bot.store.database import Store
from bot.store.tables import Learner, Staff, WorkWord


class State(StrEnum):
    """What became of a word: a coordinator makes an exercise of it, or does not; ``drafted`` is one being made."""

    WAITING = "waiting"
    DRAFTED = "drafted"
    MADE = "made"
    REFUSED = "refused"


def waiting(store: Store) -> Sequence[WorkWord]:
    """The words that nobody decided about, the oldest first."""
    statement = select(WorkWord).where(WorkWord.state == State.WAITING).order_by(WorkWord.at, WorkWord.id)
    with store.reading() as session:
        return session.scalars(statement).all()


@dataclass(frozen=True)
class FromStaff:
    """A word that a member of staff added for a learner, and whether there is a picture, a sound."""

    word: WorkWord
    name: str
    pictured: bool
    spoken: bool


def from_staff(store: Store, learner_id: str) -> Sequence[FromStaff]:
    """The words that staff added for a learner, the newest first. Those that the learner sent carry no name."""
    about = (WorkWord, Staff.name, WorkWord.picture.is_not(None), WorkWord.sound.is_not(None))
    added = select(*about).join(Staff, Staff.id == WorkWord.staff_id).where(WorkWord.learner_id == learner_id)
    with store.reading() as session:
        return [FromStaff(*row) for row in session.execute(added.order_by(WorkWord.at.desc(), WorkWord.id)).tuples()]


def items_made(store: Store, learner_id: str) -> set[str]:
    """The ids of the exercises that were made of a learner's words."""
    mine = select(WorkWord.item_id).where(WorkWord.learner_id == learner_id, WorkWord.state == State.MADE)
    with store.reading() as session:
        return {item for item in session.scalars(mine) if item}


def by_id(store: Store, word_id: str) -> WorkWord | None:
    """The word with this id."""
    with store.reading() as session:
        return session.get(WorkWord, word_id)


def add(store: Store, member: Staff, word: WorkWord, ref: str, told: dict[str, Any]) -> bool:
    """Keep a word that a member of staff adds for a learner, and tell the learner: both or nothing.

    Args:
        store: where words and messages are kept.
        member: who adds it.
        word: with the learner's id, the member's, and when it was added.
        ref: the new message's.
        told: what the learner reads, as a payload.

    Returns:
        False when the member may not see such a learner.
    """
    with store.writing() as session:
        learner = caseloads.hold(session, member, word.learner_id, word.at)
        if learner is None:
            return False
        flag_modified(learner, "last_seen_at")
        session.add_all((word, outbox.message(learner, told, ref, word.at)))
        return True


def files(store: Store, word_id: str) -> tuple[bytes | None, bytes | None]:
    """The picture and the sound that a member of staff gave with a word; None for each that there is not."""
    both = select(WorkWord.picture, WorkWord.sound).where(WorkWord.id == word_id)
    with store.reading() as session:
        found = session.execute(both).tuples().first()
        return found or (None, None)


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
