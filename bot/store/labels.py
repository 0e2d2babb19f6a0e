"""Labels of entries: written in the transaction that changes an entry or its draft, read by the studio's lists."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from bot.store.tables import Draft, Entry, Label, Revision, Searched

AT_ONCE = 500
"""So many labels are written with one statement."""

LONGEST_TITLE = 120
LONGEST_WORDS = 300
"""As many characters are searched through."""

TITLES = ("title", "name", "card", "ask", "situation", "language", "alt")
"""What an entry is called by: the first of these fields that it has."""

NOT_SEARCHED = frozenset({"source", "checked", "check_again", "licence", "reason", "wrong_reason"})
"""Fields whose words nobody would look for, or that only say once more what others do."""


class State(StrEnum):
    """How an entry stands: what is done with its draft; without one, whether learners get it.

    ``beside`` has another form in the files than in the studio.
    """

    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    BESIDE = "beside"
    PUBLISHED = "published"
    RETIRED = "retired"


def put(session: Session, entry_ids: Collection[str]) -> None:
    """Write the labels of these entries anew, inside the transaction that changed them or their drafts."""
    session.flush()
    ids = sorted({*entry_ids})
    for begin in range(0, len(ids), AT_ONCE):
        some = ids[begin : begin + AT_ONCE]
        session.execute(delete(Label).where(Label.entry_id.in_(some)))
        session.execute(delete(Searched).where(Searched.entry_id.in_(some)))
        if rows := [*_rows(session, some)]:
            searched = [{"entry_id": row["entry_id"], "words": row.pop("words")} for row in rows]
            session.execute(insert(Label), rows)
            session.execute(insert(Searched), searched)


def follow(session: Session) -> None:
    """After files were read: every entry has a label, also of a database from before there were any, in its place."""
    session.flush()
    without = select(Entry.id).where(Entry.page_id.is_(None), Entry.id.not_in(select(Label.entry_id)))
    put(session, session.scalars(without).all())
    moved = select(Label.entry_id, Entry.position).join(Entry, Entry.id == Label.entry_id)
    places = session.execute(moved.where(Label.place != Entry.position)).tuples().all()
    if places:
        session.execute(update(Label), [{"entry_id": entry_id, "place": place} for entry_id, place in places])


def _rows(session: Session, ids: Collection[str]) -> Iterator[dict[str, Any]]:
    """The labels as rows, each with its words; of an entry that is neither published nor drafted there is none."""
    last = (Revision.entry_id == Entry.id) & (Revision.number == Entry.revision)
    # What is one team's stands in no list.
    published = select(Entry, Revision.body).join(Revision, last).where(Entry.id.in_(ids), Entry.page_id.is_(None))
    entries = {entry.id: (entry, body) for entry, body in session.execute(published)}
    drafts: dict[str, dict[bool, Draft]] = {}
    for draft in session.scalars(select(Draft).where(Draft.entry_id.in_(ids))):
        drafts.setdefault(draft.entry_id, {})[draft.origin == "files"] = draft
    behind = 1 + (session.scalar(select(func.max(Entry.position))) or 0)
    for entry_id in ids:
        entry, body = entries.get(entry_id, (None, None))
        staffs, files = (drafts.get(entry_id, {}).get(of_files) for of_files in (False, True))
        newest = staffs or files
        kind = entry.kind if entry else newest.kind if newest else None
        if kind:
            shown = (staffs.body if staffs else None) or body or (files.body if files else None) or {}
            yield {
                **_seen(entry_id, kind, shown),
                "place": entry.position if entry else behind,
                "state": _state(entry, staffs, files),
                "revision": entry.revision if entry else 0,
            }


def _state(entry: Entry | None, staffs: Draft | None, files: Draft | None) -> str:
    if staffs:
        return staffs.state
    if files:
        return State.BESIDE
    return State.RETIRED if entry is None or entry.retired_at else State.PUBLISHED


def _seen(entry_id: str, kind: str, body: Mapping[str, Any]) -> dict[str, str]:
    """What a body says of itself."""
    of_item = kind == "item"
    inner = body.get("body", {}) if of_item else body
    title = next((inner[name] for name in TITLES if isinstance(inner.get(name), str)), entry_id)
    pack = "/".join(str(body.get(name, "")) for name in ("target", "sector", "level")) if of_item else ""
    searched = " ".join(dict.fromkeys(" ".join((entry_id, *_words(inner))).casefold().split()))
    return {
        "entry_id": entry_id,
        "kind": kind,
        "pack": pack,
        "unit": str(body.get("unit", "")) if of_item else entry_id if kind == "unit" else "",
        "type": str(body.get("type", "")) if of_item else "",
        "title": title[:LONGEST_TITLE],
        "words": searched[:LONGEST_WORDS].replace("\0", ""),
    }


def _words(value: Any) -> Iterator[str]:
    """The words within a body, in their order."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in NOT_SEARCHED:
                yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str):
        yield value
