"""Drafts: forms of entries that no learner sees yet. Of an entry there is one by staff, and perhaps the files' form."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from random import Random
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from bot.store import drafted_words, labels
from bot.store.database import Store
from bot.store.ids import new_id
from bot.store.tables import Draft, Entry


class Origin(StrEnum):
    """Where a draft comes from: written in the studio, new in the files, imported, a learner's word, a machine."""

    STUDIO = "studio"
    FILES = "files"
    IMPORT = "import"
    WORK_WORD = "work_word"
    MACHINE = "machine"


class State(StrEnum):
    """How far a draft is: being written, handed to a reader, found good by a reader."""

    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"


@dataclass(frozen=True)
class Change:
    """What an entry is to become; ``body`` is None to retire it, ``word_id`` names the word that it is made of."""

    entry_id: str
    kind: str
    body: Mapping[str, Any] | None
    origin: Origin = Origin.STUDIO
    why: str | None = None
    word_id: str | None = None


Stamps = Mapping[str, tuple[int, int]]
"""By the ids of entries: what learners get and what is drafted, as a revision and a version; 0 where there is none."""

REVISIONS = select(Entry.id, Entry.revision, Entry.retired_at)


class Overtaken(Exception):
    """Somebody saved meanwhile: ``draft`` is what they saved; None when it was published or thrown away."""

    def __init__(self, draft: Draft | None) -> None:
        super().__init__("The draft was changed meanwhile")
        self.draft = draft


def find(store: Store, draft_id: str) -> Draft | None:
    """A draft by its id."""
    with store.reading() as session:
        return session.get(Draft, draft_id)


def several(store: Store, draft_ids: Collection[str]) -> Sequence[Draft]:
    """Drafts by their ids, in the order of their entries; those that are gone are left out."""
    with store.reading() as session:
        return session.scalars(select(Draft).where(Draft.id.in_(draft_ids)).order_by(Draft.entry_id)).all()


def of(store: Store, entry_id: str) -> Draft | None:
    """The staff's draft of an entry."""
    with store.reading() as session:
        return session.scalars(_staffs(entry_id)).first()


def beside(store: Store, entry_id: str) -> Draft | None:
    """The form that the files have of an entry which was edited in the studio, if it is news."""
    with store.reading() as session:
        return session.scalars(select(Draft).where(Draft.entry_id == entry_id, Draft.origin == Origin.FILES)).first()


def all_of(store: Store) -> Sequence[Draft]:
    """All drafts, the one that was changed last first."""
    with store.reading() as session:
        return session.scalars(select(Draft).order_by(Draft.changed_at.desc(), Draft.id)).all()


def save(store: Store, change: Change, member_id: str, version: int | None, now: datetime, random: Random) -> Draft:
    """Keep what somebody wrote as the staff's draft; whatever was said of it, it has to be read again.

    Args:
        store: where drafts are kept.
        change: what they wrote.
        member_id: who.
        version: of the draft that they had before them; None when there was none.
        now: in UTC.
        random: gives ids.

    Raises:
        Overtaken: somebody else saved meanwhile. Then nothing is kept.
        WordTaken: of its word somebody else made an exercise meanwhile. Then nothing is kept either.
    """
    with store.writing() as session:
        there = session.scalars(_staffs(change.entry_id).with_for_update()).first()
        if (there.version if there else None) != version:
            raise _overtaken(session, there)
        base = session.scalar(select(Entry.revision).where(Entry.id == change.entry_id)) or 0
        draft = _put(session, there or _new(change, random), change, base, member_id, now)
        if change.word_id:
            drafted_words.begin(session, change.word_id, draft.entry_id)
        labels.put(session, [draft.entry_id])
        return draft


def save_all(
    session: Session,
    changes: Iterable[Change],
    member_id: str,
    now: datetime,
    random: Random,
    looked_at: Stamps | None = None,
) -> Sequence[Draft]:
    """Keep several as the staff's drafts, in place of those that are there, inside a write transaction.

    Raises Overtaken when one of ``looked_at`` is not as it was.
    """
    theirs = select(Draft).where(Draft.origin != Origin.FILES).with_for_update()
    there = {draft.entry_id: draft for draft in session.scalars(theirs)}
    known = {one: (number, gone) for one, number, gone in session.execute(REVISIONS).tuples()}
    bases = {one: number for one, (number, _) in known.items()}
    for entry_id, stamp in (looked_at or {}).items():
        number, gone = known.get(entry_id, (0, None))
        draft = there.get(entry_id)
        if stamp != (0 if gone else number, draft.version if draft else 0):
            raise _overtaken(session, draft)
    drafts = [(there.get(one.entry_id) or _new(one, random), one) for one in changes]
    saved = [_put(session, draft, one, bases.get(one.entry_id, 0), member_id, now) for draft, one in drafts]
    labels.put(session, [draft.entry_id for draft in saved])
    return saved


def throw_away(store: Store, draft_id: str, version: int) -> None:
    """Forget a draft. Raises Overtaken when it was changed meanwhile."""
    with store.writing() as session:
        draft = held(session, draft_id, version)
        session.execute(delete(Draft).where(Draft.id == draft_id))
        if draft.origin != Origin.FILES:
            drafted_words.wait_again(session, draft.entry_id)
        labels.put(session, [draft.entry_id])


def held(session: Session, draft_id: str, version: int) -> Draft:
    """A draft until the end of this write transaction. Raises Overtaken when it is not as it was looked at."""
    draft = session.get(Draft, draft_id, with_for_update=True)
    if draft is None or draft.version != version:
        raise _overtaken(session, draft)
    return draft


def _overtaken(session: Session, draft: Draft | None) -> Overtaken:
    """What to raise: the draft can be read after the transaction has ended."""
    if draft:
        session.expunge(draft)
    return Overtaken(draft)


def _staffs(entry_id: str) -> Select[tuple[Draft]]:
    return select(Draft).where(Draft.entry_id == entry_id, Draft.origin != Origin.FILES)


def _new(change: Change, random: Random) -> Draft:
    return Draft(id=new_id(random), entry_id=change.entry_id, version=0)


def _put(session: Session, draft: Draft, change: Change, base: int, member_id: str, now: datetime) -> Draft:
    session.add(draft)
    # Whoever writes on in the studio does not change where it came from.
    draft.origin = draft.origin if draft.version and change.origin is Origin.STUDIO else change.origin.value
    draft.kind, draft.base, draft.why = change.kind, base, change.why
    draft.body = None if change.body is None else dict(change.body)
    draft.state, draft.reader_id = State.DRAFT.value, None
    draft.changed_by, draft.changed_at, draft.version = member_id, now, draft.version + 1
    return draft
