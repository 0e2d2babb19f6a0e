"""Publishing what the files say: beside what was edited in the studio, which stays as it is there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.store import labels
from bot.store.database import Store
from bot.store.drafts import Origin, State
from bot.store.entries import Form, add_revision
from bot.store.tables import Draft, Entry, Revision


@dataclass(frozen=True)
class Published:
    """What publishing files changed.

    Attributes:
        new: the ids that got a new revision.
        retired: those that stand in no file any more.
        beside: those that were edited in the studio and now read otherwise in the files too: a draft holds that form.
    """

    new: tuple[str, ...]
    retired: tuple[str, ...]
    beside: tuple[str, ...] = ()


def publish(store: Store, forms: Sequence[Form], now: datetime) -> Published:
    """Make these forms, in their order, what is published; entries that are not among them are retired.

    What was edited in the studio stays as it is there; the files' new form of it becomes a draft beside it.
    """
    with store.writing() as session:
        # On PostgreSQL too, nobody publishes in the studio between looking and writing.
        session.execute(select(Entry.id).order_by(Entry.id).with_for_update())
        known = _known(session)
        changed = _changes(forms, known)
        entries = _place(session, forms, _places(forms, known))
        by_id = {form.id: form for form in forms}
        for entry_id in changed.new:
            add_revision(session, entries[entry_id], by_id[entry_id].body, by_id[entry_id].digest, now)
        for entry_id in changed.beside:
            _put_beside(session, entries[entry_id], by_id[entry_id], now)
        for entry_id in changed.retired:
            entries[entry_id].retired_at = now
        for entry in entries.values():
            entry.file_digest = by_id[entry.id].digest if entry.id in by_id else None
        agreed = [one.id for one in forms if one.id in known and known[one.id].agrees(one)]
        _agree(session, agreed, entries)
        gone = _not_in_files(session, by_id)
        were_retired = [entry_id for entry_id, it in known.items() if it.retired]
        labels.put(session, {*changed.new, *changed.retired, *changed.beside, *agreed, *gone, *were_retired})
        labels.follow(session)
        return changed


def changes(store: Store, forms: Sequence[Form]) -> Published:
    """What ``publish`` would change."""
    with store.reading() as session:
        known = _known(session)
        changed = _changes(forms, known)
    back = [one.id for one in forms if one.id in known and known[one.id].retired and not known[one.id].in_studio]
    return replace(changed, new=tuple(dict.fromkeys([*changed.new, *back])))


@dataclass(frozen=True)
class _Known:
    """What the store knows of an entry before files are published; ``digest`` is that of its last revision."""

    kind: str
    unit: str | None
    position: int
    retired: bool
    in_studio: bool
    file_digest: str | None
    digest: str

    def agrees(self, form: Form) -> bool:
        """Whether the files say again what the studio published."""
        return self.in_studio and not self.retired and self.digest == form.digest


def _known(session: Session) -> dict[str, _Known]:
    """Every entry, in order."""
    about = (Entry.kind, Revision.body["unit"].as_string(), Entry.position, Entry.retired_at.is_not(None))
    statement = select(Entry.id, *about, Entry.in_studio, Entry.file_digest, Revision.digest)
    last = statement.join(Revision, (Revision.entry_id == Entry.id) & (Revision.number == Entry.revision))
    last = last.where(Entry.page_id.is_(None))
    return {entry_id: _Known(*row) for entry_id, *row in session.execute(last.order_by(Entry.position)).tuples()}


def _changes(forms: Sequence[Form], known: Mapping[str, _Known]) -> Published:
    ids = {form.id for form in forms}
    ours = [form for form in forms if form.id not in known or not known[form.id].in_studio]
    edited = [form for form in forms if form.id in known and known[form.id].in_studio]
    new = [form.id for form in ours if form.id not in known or form.digest != known[form.id].digest]
    gone = [one for one, it in known.items() if one not in ids and not it.retired and not it.in_studio]
    beside = [form.id for form in edited if form.digest not in (known[form.id].file_digest, known[form.id].digest)]
    return Published(tuple(new), tuple(sorted(gone)), tuple(beside))


def _places(forms: Sequence[Form], known: Mapping[str, _Known]) -> dict[str, int]:
    """Where each entry stands: as in the files; what only the studio has stands behind the last of its unit or kind."""
    ids = {form.id for form in forms}
    behind: dict[str, list[str]] = {}
    for entry_id, it in known.items():
        if entry_id not in ids and it.in_studio:
            behind.setdefault(it.unit or it.kind, []).append(entry_id)
    last = {_group(form): form.id for form in forms}
    order: list[str] = []
    for form in forms:
        order += [form.id, *(behind.pop(_group(form), ()) if last[_group(form)] == form.id else ())]
    order += [entry_id for others in behind.values() for entry_id in others]
    return {entry_id: position for position, entry_id in enumerate(order)}


def _group(form: Form) -> str:
    """What an entry stands in: its unit; else all of its kind."""
    return str(form.body.get("unit") or form.kind)


def _place(session: Session, forms: Sequence[Form], places: Mapping[str, int]) -> dict[str, Entry]:
    """Every entry there is, new ones too, in their places. Those of files are published, unless the studio decided."""
    entries = {entry.id: entry for entry in session.scalars(select(Entry).where(Entry.page_id.is_(None)))}
    for form in forms:
        if form.id not in entries:
            entries[form.id] = Entry(id=form.id, revision=0, in_studio=False)
            session.add(entries[form.id])
        entry = entries[form.id]
        entry.kind = form.kind
        entry.retired_at = entry.retired_at if entry.in_studio else None
    for entry_id, position in places.items():
        entries[entry_id].position = position
    # Revisions refer to their entries: these are written first.
    session.flush()
    return entries


def _put_beside(session: Session, entry: Entry, form: Form, now: datetime) -> None:
    """Keep the files' form as a draft: the one that was there, or a new one."""
    theirs = select(Draft).where(Draft.entry_id == form.id, Draft.origin == Origin.FILES)
    draft = session.scalars(theirs).first()
    if draft is None:
        # Of the files there is one draft for an entry: its id needs no chance.
        own_id = sha256(form.id.encode()).hexdigest()[:24]
        draft = Draft(id=own_id, entry_id=form.id, kind=form.kind, origin=Origin.FILES, version=0)
        session.add(draft)
    draft.body, draft.base, draft.state, draft.changed_at = form.body, entry.revision, State.DRAFT, now
    draft.version += 1


def _not_in_files(session: Session, ids: Collection[str]) -> Collection[str]:
    """Forget the forms that the files have no more. Returns the ids of their entries."""
    drafts = session.scalars(select(Draft).where(Draft.origin == Origin.FILES)).all()
    gone = [draft for draft in drafts if draft.entry_id not in ids]
    session.execute(delete(Draft).where(Draft.id.in_([draft.id for draft in gone])))
    return [draft.entry_id for draft in gone]


def _agree(session: Session, ids: Collection[str], entries: Mapping[str, Entry]) -> None:
    """From now on the files are followed again."""
    for entry_id in ids:
        entries[entry_id].in_studio = False
    session.execute(delete(Draft).where(Draft.entry_id.in_(ids), Draft.origin == Origin.FILES))
