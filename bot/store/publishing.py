"""Publishing in the studio: drafts become revisions, together or not at all; and going back to an earlier one."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from bot.store import drafted_words, labels
from bot.store.database import Store
from bot.store.entries import add_revision
from bot.store.tables import Card, Draft, Entry, Learner, Remark, Revision, Staff


class NoSuchDraft(LookupError):
    """A draft is gone; or it, its entry or what is said of it is not as it was looked at."""


@dataclass(frozen=True)
class Past:
    """One revision of an entry: when it was published, by whom (None: it came from the files), and why."""

    number: int
    body: Mapping[str, Any]
    published_at: datetime
    by: str | None
    why: str | None


def digest(body: Mapping[str, Any]) -> str:
    """Changes when a body does, and only then."""
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Deed:
    """Who publishes, why, in their words, and the entries whose cards start again: of these nothing is remembered."""

    member_id: str
    why: str | None = None
    start_again: Collection[str] = ()


@dataclass(frozen=True)
class Ready:
    """A draft that may be published: the version that was looked at, and its body as it was judged; None retires."""

    version: int
    body: Mapping[str, Any] | None


Told = Mapping[str, dict[str, Any]]
"""What the learners are told whose words become exercises: payloads by the ids of the words."""


def publish(
    store: Store, ready: Mapping[str, Ready], deed: Deed, now: datetime, told: Told | None = None
) -> Sequence[str]:
    """Publish drafts: all or none. A running bot shows them within seconds.

    Args:
        store: where everything is kept.
        ready: the drafts, by id.
        deed: who does it, and how.
        now: in UTC.
        told: what learners are told of their words; it goes out with the publishing, or not at all.

    Returns:
        The ids of the entries.

    Raises:
        NoSuchDraft: one of them is gone, or reads otherwise by now.
    """
    with store.writing() as session:
        return publish_within(session, ready, deed, now, told)


def publish_within(
    session: Session, ready: Mapping[str, Ready], deed: Deed, now: datetime, told: Told | None = None
) -> Sequence[str]:
    """As ``publish``, inside a write transaction."""
    drafts = session.scalars(select(Draft).where(Draft.id.in_(ready)).order_by(Draft.entry_id).with_for_update()).all()
    if {draft.id: draft.version for draft in drafts} != {one: it.version for one, it in ready.items()}:
        raise NoSuchDraft
    if session.scalar(select(Remark.id).where(Remark.draft_id.in_(ready), Remark.settled_at.is_(None)).limit(1)):
        # It would go with the draft, and nobody would have read it.
        raise NoSuchDraft
    ids = [draft.entry_id for draft in drafts]
    drafted_words.publish(session, ids, told or {}, now)
    for draft in drafts:
        _publish(session, draft, ready[draft.id].body, deed, now)
    _start_again(session, {*ids} & {*deed.start_again})
    labels.put(session, ids)
    return ids


def roll_back(store: Store, entry_id: str, number: int, deed: Deed, now: datetime) -> None:
    """Publish an earlier revision's body again, as a new revision. Raises LookupError when it never was."""
    with store.writing() as session:
        entry = session.get(Entry, entry_id, with_for_update=True)
        past = select(Revision).where(Revision.entry_id == entry_id, Revision.number == number)
        found = session.scalars(past).first()
        if entry is None or found is None:
            raise LookupError(f"{entry_id} has no revision {number}")
        entry.in_studio, entry.retired_at = True, None
        add_revision(session, entry, found.body, found.digest, now, deed.member_id, deed.why)
        _start_again(session, {entry_id} & {*deed.start_again})
        labels.put(session, [entry_id])


def history(store: Store, entry_id: str) -> Sequence[Past]:
    """All revisions of an entry, the newest first."""
    about = (Revision.number, Revision.body, Revision.published_at, Staff.name, Revision.why)
    past = select(*about).outerjoin(Staff, Staff.id == Revision.staff_id).where(Revision.entry_id == entry_id)
    with store.reading() as session:
        return [Past(*row) for row in session.execute(past.order_by(Revision.number.desc())).tuples()]


def _publish(session: Session, draft: Draft, body: Mapping[str, Any] | None, deed: Deed, now: datetime) -> None:
    entry = session.get(Entry, draft.entry_id, with_for_update=True) or _new(session, draft)
    if entry.revision != draft.base:
        raise NoSuchDraft
    entry.in_studio = True
    entry.retired_at = now if body is None else None
    if body is not None:
        add_revision(session, entry, body, digest(body), now, deed.member_id, deed.why)
    # What the files say was looked at beside it: whatever was chosen, that is settled too.
    session.execute(delete(Draft).where(Draft.entry_id == draft.entry_id))


def _new(session: Session, draft: Draft) -> Entry:
    """A new entry, behind all others until the files are read again: then it stands in its unit."""
    last = session.scalar(select(func.max(Entry.position)))
    position = 0 if last is None else last + 1
    entry = Entry(id=draft.entry_id, kind=draft.kind, position=position, revision=0, in_studio=True)
    session.add(entry)
    session.flush()
    return entry


def _start_again(session: Session, item_ids: Collection[str]) -> None:
    """Forget what learners remember of these items: they are new to them.

    A turn that runs meanwhile read such a card: it finds its learner changed, and is decided anew.
    """
    theirs = select(Card.learner_id).where(Card.item_id.in_(item_ids))
    raised = {"version": Learner.version + 1}
    session.execute(update(Learner).where(Learner.id.in_(theirs)).values(**raised))
    session.execute(delete(Card).where(Card.item_id.in_(item_ids)))
