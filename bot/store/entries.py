"""Published content: entries and their revisions. A revision is never changed, an entry never deleted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
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
class Published:
    """What publishing changed: the ids that got a new revision, and those that were retired."""

    new: tuple[str, ...]
    retired: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One entry in one of its revisions."""

    id: str
    kind: str
    position: int
    revision: int
    body: Mapping[str, Any]


def publish(store: Store, forms: Sequence[Form], now: datetime) -> Published:
    """Make these forms, in their order, what is published; entries that are not among them are retired."""
    with store.writing() as session:
        digests: dict[str, str] = dict(session.execute(_digests()).tuples().all())
        entries = _place(session, forms)
        changed = [form for form in forms if form.digest != digests.get(form.id)]
        for form in changed:
            _add_revision(session, entries[form.id], form, now)
        retired = _retire(entries.values(), {form.id for form in forms}, now)
        return Published(tuple(form.id for form in changed), retired)


def changes(store: Store, forms: Sequence[Form]) -> Published:
    """What ``publish`` would change."""
    with store.reading() as session:
        published = select(Entry.id).where(Entry.retired_at.is_(None))
        digests, there = dict(session.execute(_digests()).tuples().all()), set(session.scalars(published))
    new = [form.id for form in forms if form.id not in there or form.digest != digests.get(form.id)]
    return Published(tuple(new), tuple(sorted(there - {form.id for form in forms})))


def current(store: Store) -> list[Row]:
    """What is published now, in the authors' order."""
    with store.reading() as session:
        rows = session.execute(_rows().where(Entry.retired_at.is_(None)).order_by(Entry.position))
        return [Row(*row) for row in rows]


def at(store: Store, entry_id: str, number: int) -> Row | None:
    """An entry in one of its revisions, be it old or retired; None when it never was."""
    statement = (
        select(Entry.id, Entry.kind, Entry.position, Revision.number, Revision.body)
        .join(Revision, Revision.entry_id == Entry.id)
        .where(Entry.id == entry_id, Revision.number == number)
    )
    with store.reading() as session:
        row = session.execute(statement).first()
        return Row(*row) if row else None


def newest(store: Store, entry_id: str) -> Row | None:
    """An entry as it was published last, be it retired; None when it never was."""
    with store.reading() as session:
        row = session.execute(_rows().where(Entry.id == entry_id)).first()
        return Row(*row) if row else None


def state(store: Store) -> tuple[tuple[str, int, int], ...]:
    """Ids, revisions and positions of what is published: differs as soon as anything was published."""
    statement = select(Entry.id, Entry.revision, Entry.position).where(Entry.retired_at.is_(None))
    with store.reading() as session:
        return tuple(row._tuple() for row in session.execute(statement.order_by(Entry.id)))


def _rows() -> Select[tuple[str, str, int, int, dict[str, Any]]]:
    statement = select(Entry.id, Entry.kind, Entry.position, Revision.number, Revision.body)
    return statement.join(Revision, (Revision.entry_id == Entry.id) & (Revision.number == Entry.revision))


def _digests() -> Select[tuple[str, str]]:
    statement = select(Entry.id, Revision.digest)
    return statement.join(Revision, (Revision.entry_id == Entry.id) & (Revision.number == Entry.revision))


def _place(session: Session, forms: Sequence[Form]) -> dict[str, Entry]:
    """Every entry there is, new ones too, the published ones in their places."""
    entries = {entry.id: entry for entry in session.scalars(select(Entry))}
    for position, form in enumerate(forms):
        if form.id not in entries:
            entries[form.id] = Entry(id=form.id, revision=0)
            session.add(entries[form.id])
        entry = entries[form.id]
        entry.kind, entry.position, entry.retired_at = form.kind, position, None
    # Revisions refer to their entries: these are written first.
    session.flush()
    return entries


def _add_revision(session: Session, entry: Entry, form: Form, now: datetime) -> None:
    entry.revision += 1
    revision = Revision(entry_id=form.id, number=entry.revision, body=form.body, digest=form.digest, published_at=now)
    session.add(revision)


def _retire(entries: Iterable[Entry], kept: set[str], now: datetime) -> tuple[str, ...]:
    gone = [entry for entry in entries if entry.id not in kept and entry.retired_at is None]
    for entry in gone:
        entry.retired_at = now
    return tuple(sorted(entry.id for entry in gone))
