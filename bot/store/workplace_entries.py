"""What is published of a workplace's page: entries for one team, which the studio knows nothing of."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store import studio_files, studio_recordings
from bot.store.database import Store
from bot.store.entries import Form, Row, add_revision, rows
from bot.store.studio_recordings import Spoken
from bot.store.tables import Entry, Revision, WorkplacePage


def current(store: Store) -> Sequence[tuple[str, Row]]:
    """What is published for teams now, each with the team's id; the pages in the order in which they were begun."""
    found = rows().add_columns(WorkplacePage.team_id).join(WorkplacePage, WorkplacePage.id == Entry.page_id)
    found = found.where(Entry.retired_at.is_(None)).order_by(WorkplacePage.id, Entry.position)
    with store.reading() as session:
        return [(team_id, Row(*row)) for *row, team_id in session.execute(found).tuples()]


def put(session: Session, page: WorkplacePage, forms: Sequence[Form], now: datetime) -> None:
    """Make these forms, in their order, what is published of a page: what is not among them is retired."""
    there = {entry.id: entry for entry in session.scalars(select(Entry).where(Entry.page_id == page.id))}
    digests = _digests(session, there)
    for position, form in enumerate(forms):
        entry = there.get(form.id) or Entry(id=form.id, kind=form.kind, revision=0, in_studio=True, page_id=page.id)
        entry.position, entry.retired_at = position, None
        session.add(entry)
        # Revisions refer to their entries: these are written first.
        session.flush()
        if digests.get(form.id) != form.digest:
            add_revision(session, entry, form.body, form.digest, now, page.decided_by)
    for entry_id in there.keys() - {form.id for form in forms}:
        there[entry_id].retired_at = there[entry_id].retired_at or now


def put_files(
    session: Session,
    page: WorkplacePage,
    pictures: Iterable[bytes],
    said: Iterable[Spoken],
    member_id: str,
    now: datetime,
) -> None:
    """Keep the pictures of a page, and what was said for it in place of what was said before."""
    for picture in pictures:
        studio_files.put(session, picture, member_id, now)
    studio_recordings.drop_of_page(session, page.id)
    for one in said:
        studio_recordings.put(session, one, member_id, now, page.id)


def _digests(session: Session, entry_ids: Collection[str]) -> dict[str, str]:
    last = (Revision.entry_id == Entry.id) & (Revision.number == Entry.revision)
    found = select(Entry.id, Revision.digest).join(Revision, last).where(Entry.id.in_(entry_ids))
    return dict(session.execute(found).tuples().all())
