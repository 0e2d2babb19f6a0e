"""Words from work in the studio: those of an organisation, and from a word to its exercise's draft and back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, tuple_, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from bot.store import outbox
from bot.store.database import Store
from bot.store.tables import Learner, WorkWord
from bot.store.work_words import State

A_PAGE = 20


class WordTaken(Exception):
    """Of this word an exercise is being made already, or somebody decided about it, or it is gone."""


@dataclass(frozen=True)
class Nameless:
    """A word as coordinators see it: without who sent it; whether staff gave a picture, a sound with it."""

    word: WorkWord
    sector: str | None
    level: str
    pictured: bool
    spoken: bool


def page(store: Store, organisation_id: str, state: State, after: str = "") -> tuple[Sequence[Nameless], bool]:
    """A page of the words of an organisation's learners, the oldest first, and whether there are more.

    ``after`` is the id of the last word of the page before.
    """
    found = _of(organisation_id).where(WorkWord.state == state).order_by(WorkWord.at, WorkWord.id)
    with store.reading() as session:
        if last := session.get(WorkWord, after) if after else None:
            found = found.where(tuple_(WorkWord.at, WorkWord.id) > (last.at, last.id))
        rows = [Nameless(*row) for row in session.execute(found.limit(A_PAGE + 1)).tuples()]
    return rows[:A_PAGE], len(rows) > A_PAGE


def count(store: Store, organisation_id: str) -> int:
    """How many words of an organisation's learners wait."""
    theirs = select(func.count()).select_from(WorkWord).join(Learner, Learner.id == WorkWord.learner_id)
    with store.reading() as session:
        waiting = theirs.where(Learner.organisation_id == organisation_id, WorkWord.state == State.WAITING)
        return session.scalar(waiting) or 0


def find(store: Store, organisation_id: str, word_id: str) -> Nameless | None:
    """A word of one of an organisation's learners."""
    with store.reading() as session:
        row = session.execute(_of(organisation_id).where(WorkWord.id == word_id)).tuples().first()
        return Nameless(*row) if row else None


def of_entries(store: Store, entry_ids: Collection[str]) -> Sequence[WorkWord]:
    """The words of which these entries are being made."""
    drafted = select(WorkWord).where(WorkWord.state == State.DRAFTED, WorkWord.item_id.in_(entry_ids))
    with store.reading() as session:
        return session.scalars(drafted).all()


def begin(session: Session, word_id: str, entry_id: str) -> None:
    """Inside the write transaction that keeps its draft, an exercise of a word is being made. Raises WordTaken."""
    waits = select(WorkWord).where(WorkWord.id == word_id, WorkWord.state == State.WAITING)
    word = session.scalars(waits.with_for_update()).first()
    if word is None:
        raise WordTaken
    word.state, word.item_id = State.DRAFTED.value, entry_id


def wait_again(session: Session, entry_id: str) -> None:
    """Inside the write transaction that forgets a draft, the word of which it was made waits again."""
    drafted = update(WorkWord).where(WorkWord.state == State.DRAFTED, WorkWord.item_id == entry_id)
    session.execute(drafted.values(state=State.WAITING.value, item_id=None))


def publish(session: Session, entry_ids: Collection[str], told: Mapping[str, dict[str, Any]], now: datetime) -> None:
    """Inside the write transaction that publishes them, words become exercises, and their learners are told.

    ``told`` are payloads by the words' ids, which name the messages too: of a word its learner is told once.
    """
    drafted = (WorkWord.id.in_(told), WorkWord.state == State.DRAFTED, WorkWord.item_id.in_(entry_ids))
    theirs = select(Learner).where(Learner.id.in_(select(WorkWord.learner_id).where(*drafted)))
    # Whoever changes a learner's record holds the learner: a turn, an erasure.
    held = {one.id: one for one in session.scalars(theirs.order_by(Learner.id).with_for_update())}
    for word in session.scalars(select(WorkWord).where(*drafted)):
        learner = held[word.learner_id]
        word.state = State.MADE.value
        flag_modified(learner, "last_seen_at")
        session.add(outbox.message(learner, told[word.id], word.id, now))


def _of(organisation_id: str) -> Select[tuple[WorkWord, str | None, str, bool, bool]]:
    given = (WorkWord.picture.is_not(None), WorkWord.sound.is_not(None))
    words = select(WorkWord, Learner.sector, Learner.level, *given).join(Learner, Learner.id == WorkWord.learner_id)
    return words.where(Learner.organisation_id == organisation_id)
