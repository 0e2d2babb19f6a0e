"""What is published: entries and their revisions. A revision is never changed, an entry never deleted.

What was made of a workplace's words is apart (``bot.store.workplace_entries``): of what is here, it is only among the
revisions that were shown, and in what tells whether something was published.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.tables import Entry, Revision


@dataclass(frozen=True)
class Form:
    """An entry as it is to be published; ``digest`` tells two bodies apart."""

    id: str
    kind: str
    body: dict[str, Any]
    digest: str


@dataclass(frozen=True)
class Row:
    """One entry in one of its revisions."""

    id: str
    kind: str
    position: int
    revision: int
    body: Mapping[str, Any]


def current(store: Store) -> list[Row]:
    """What is published now, in the authors' order."""
    with store.reading() as session:
        published = _of_course().where(Entry.retired_at.is_(None)).order_by(Entry.position)
        return [Row(*row) for row in session.execute(published)]


def at(store: Store, entry_id: str, number: int) -> Row | None:
    """An entry in one of its revisions, be it old or retired; None when it never was."""
    found = several(store, [(entry_id, number)])
    return found[0] if found else None


def several(store: Store, revisions: Collection[tuple[str, int]]) -> list[Row]:
    """Entries in these of their revisions, asked for at once; those that never were are left out."""
    these = tuple_(Revision.entry_id, Revision.number).in_(revisions)
    statement = (
        select(Entry.id, Entry.kind, Entry.position, Revision.number, Revision.body)
        .join(Revision, Revision.entry_id == Entry.id)
        .where(these)
    )
    with store.reading() as session:
        return [Row(*row) for row in session.execute(statement)]


def newest(store: Store, entry_id: str) -> Row | None:
    """An entry as it was published last, be it retired; None when it never was."""
    with store.reading() as session:
        row = session.execute(_of_course().where(Entry.id == entry_id)).first()
        return Row(*row) if row else None


def revisions(store: Store, entry_ids: Collection[str]) -> Mapping[str, int]:
    """The numbers of the last revisions of these entries, be they retired; those that never were are left out."""
    with store.reading() as session:
        numbers = session.execute(select(Entry.id, Entry.revision).where(Entry.id.in_(entry_ids)))
        return dict(numbers.tuples().all())


def state(store: Store) -> tuple[tuple[str, int, int], ...]:
    """Ids, revisions and positions of what is published: differs as soon as anything was published."""
    statement = select(Entry.id, Entry.revision, Entry.position).where(Entry.retired_at.is_(None))
    with store.reading() as session:
        return tuple(row._tuple() for row in session.execute(statement.order_by(Entry.id)))


def add_revision(
    session: Session,
    entry: Entry,
    body: Mapping[str, Any],
    digest: str,
    now: datetime,
    staff_id: str | None = None,
    why: str | None = None,
) -> None:
    """Make this body the entry's next revision, which learners get from now on."""
    entry.revision += 1
    told = {"staff_id": staff_id, "why": why, "published_at": now}
    session.add(Revision(entry_id=entry.id, number=entry.revision, body=dict(body), digest=digest, **told))


def _of_course() -> Select[tuple[str, str, int, int, dict[str, Any]]]:
    return rows().where(Entry.page_id.is_(None))


def rows() -> Select[tuple[str, str, int, int, dict[str, Any]]]:
    """Every entry in its last revision."""
    statement = select(Entry.id, Entry.kind, Entry.position, Revision.number, Revision.body)
    return statement.join(Revision, (Revision.entry_id == Entry.id) & (Revision.number == Entry.revision))
