"""Pictures and sounds of the studio, kept by what is in them: a file is there once, and is never changed."""

from collections.abc import Collection, Mapping
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.drafts import Origin
from bot.store.tables import Draft, Entry, Revision, StudioFile


def keep(store: Store, body: bytes, member_id: str, now: datetime) -> str:
    """Keep a file. Returns its digest, by which entries name it."""
    with store.writing() as session:
        return put(session, body, member_id, now)


def put(session: Session, body: bytes, member_id: str, now: datetime) -> str:
    """As ``keep``, inside a write transaction."""
    digest = sha256(body).hexdigest()
    if session.get(StudioFile, digest) is None:
        session.add(StudioFile(digest=digest, body=body, added_by=member_id, added_at=now))
        # What refers to it may be written next.
        session.flush()
    return digest


def body(store: Store, digest: str) -> bytes | None:
    """A file; None when there is none of this digest."""
    with store.reading() as session:
        return session.scalar(select(StudioFile.body).where(StudioFile.digest == digest))


def of_picture(store: Store, entry_id: str) -> str | None:
    """The digest of a picture's file as it is published; None when it is not, or stands among the files."""
    last = (Revision.entry_id == Entry.id) & (Revision.number == Entry.revision)
    named = select(Revision.body["file"].as_string()).join(Entry, last)
    with store.reading() as session:
        return session.scalar(named.where(Entry.id == entry_id, Entry.retired_at.is_(None)))


def newest_of(store: Store, entry_ids: Collection[str]) -> Mapping[str, str]:
    """The digests of pictures' files by the ids of their entries: of the draft if there is one, else as published."""
    published = (Revision.entry_id == Entry.id) & (Revision.number == Entry.revision)
    live = select(Entry.id, Revision.body["file"].as_string()).join(Revision, published)
    theirs = select(Draft.entry_id, Draft.body["file"].as_string())
    drafted = theirs.where(Draft.entry_id.in_(entry_ids), Draft.origin != Origin.FILES)
    with store.reading() as session:
        found = [*session.execute(live.where(Entry.id.in_(entry_ids))), *session.execute(drafted)]
    return {entry_id: digest for entry_id, digest in found if digest}
