"""Translations that staff wrote in the studio: kept, looked through, and asked for by every process that speaks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.tables import Translation


class Domain(StrEnum):
    """Words of the course, or messages of the bot."""

    CONTENT = "content"
    MESSAGES = "messages"


@dataclass(frozen=True)
class Change:
    """What somebody wrote; the fields are those of ``Translation``.

    Without ``forms``, what the files say counts again. ``version`` is that of what they had before them: 0 when staff
    had written nothing.
    """

    domain: Domain
    language: str
    context: str
    digest: str
    written_in: str
    source: str
    forms: tuple[str, ...]
    version: int
    back: str = ""
    note: str = ""
    reviewed_by: str | None = None
    reviewed_on: date | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.domain.value, self.language, self.context, self.digest


class Overtaken(Exception):
    """Somebody saved the same words meanwhile; nothing was kept. The message names the place."""


def save(store: Store, changes: Iterable[Change], member_id: str, now: datetime) -> None:
    """Keep what a member of staff wrote: all or nothing. Raises Overtaken."""
    with store.writing() as session:
        for change in changes:
            _put(session, change, member_id, now)


def of(store: Store, languages: Collection[str]) -> Sequence[Translation]:
    """Everything in these languages, also of sources that read otherwise by now; the newest first."""
    theirs = select(Translation).where(Translation.language.in_(languages))
    with store.reading() as session:
        return session.scalars(theirs.order_by(Translation.changed_at.desc(), Translation.context)).all()


def states(store: Store) -> Mapping[str, tuple[int, int, datetime]]:
    """For each language that has anything: what differs as soon as something was changed in it."""
    about = (func.count(), func.sum(Translation.version), func.max(Translation.changed_at))
    with store.reading() as session:
        rows = session.execute(select(Translation.language, *about).group_by(Translation.language)).tuples()
        return {language: (count, int(versions), last) for language, count, versions, last in rows}


def _put(session: Session, change: Change, member_id: str, now: datetime) -> None:
    there = session.get(Translation, change.key, with_for_update=True)
    if (there.version if there else 0) != change.version:
        raise Overtaken(f"{change.context} in {change.language} was changed meanwhile")
    if not change.forms:
        if there:
            session.delete(there)
        return
    row = there
    if row is None:
        names = ("domain", "language", "context", "digest")
        row = Translation(**dict(zip(names, change.key, strict=True)), version=0)
        session.add(row)
    row.written_in, row.source, row.forms = change.written_in, change.source, list(change.forms)
    row.back, row.note = change.back, change.note
    row.reviewed_by, row.reviewed_on = change.reviewed_by, change.reviewed_on
    row.version, row.changed_by, row.changed_at = row.version + 1, member_id, now
