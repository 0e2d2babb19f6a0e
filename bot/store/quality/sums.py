"""The sums of items: keeping them together with the mark that says until where, and reading them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from bot.store.database import Store
from bot.store.quality.lessons import Mark
from bot.store.tables import CountedUntil, Entry, ItemSum

ALL = ""
"""In the place of a language: all learners."""

THE_ROW = 1


@dataclass(frozen=True)
class Key:
    """A revision of an item, and the own language of those who met it, or ALL."""

    item_id: str
    revision: int
    language: str


def mark(store: Store) -> Mark | None:
    """Until where everything is counted; None when nothing is."""
    with store.reading() as session:
        return _mark(session.get(CountedUntil, THE_ROW))


def rows(store: Store, keys: Collection[Key]) -> Mapping[Key, ItemSum]:
    """The sums of these keys, empty ones where there are none: to be added to, and then to be kept by ``keep``."""
    mine = select(ItemSum).where(ItemSum.item_id.in_({key.item_id for key in keys}))
    with store.reading() as session:
        found = {Key(row.item_id, row.revision, row.language): row for row in session.scalars(mine)}
    return {key: found.get(key) or ItemSum(**vars(key), people=0, told={}, waiting={}) for key in keys}


def keep(store: Store, before: Mark | None, after: Mark, changed: Iterable[ItemSum]) -> bool:
    """Keep sums and move the mark, in one transaction.

    Args:
        store: where both are kept.
        before: the mark as it was before the lessons and the sums were read.
        after: the mark that is reached with them.
        changed: the sums.

    Returns:
        False when somebody else counted meanwhile: then nothing was kept.
    """
    with store.writing() as session:
        row = session.get(CountedUntil, THE_ROW, with_for_update=True)
        if _mark(row) != before:
            return False
        session.merge(CountedUntil(id=THE_ROW, started_at=after.started_at, lesson_id=after.lesson_id))
        session.add_all(changed)
        return True


def forget(store: Store) -> None:
    """Drop all sums, to count from the beginning."""
    with store.writing() as session:
        session.execute(delete(ItemSum))
        session.execute(delete(CountedUntil))


def of_published(store: Store, language: str, least: int) -> Sequence[ItemSum]:
    """The sums of what is published now.

    Args:
        store: where they are kept.
        language: of its speakers; ALL gives those of all learners, and of each language of which there are enough.
        least: so many people are enough.
    """
    told = ItemSum.language == language
    if language == ALL:
        told |= ItemSum.people >= least
    now = (Entry.id == ItemSum.item_id) & (Entry.revision == ItemSum.revision) & Entry.retired_at.is_(None)
    with store.reading() as session:
        return session.scalars(select(ItemSum).join(Entry, now).where(told, ItemSum.people > 0)).all()


def languages(store: Store) -> Sequence[str]:
    """The languages of which anything is told, by their codes."""
    told = select(ItemSum.language).where(ItemSum.language != ALL, ItemSum.people > 0)
    with store.reading() as session:
        return session.scalars(told.distinct().order_by(ItemSum.language)).all()


def of_item(store: Store, item_id: str) -> Sequence[ItemSum]:
    """The sums of all revisions of an item, the newest first; of each, those of all learners first."""
    mine = select(ItemSum).where(ItemSum.item_id == item_id, ItemSum.people > 0)
    with store.reading() as session:
        return session.scalars(mine.order_by(ItemSum.revision.desc(), ItemSum.language)).all()


def _mark(row: CountedUntil | None) -> Mark | None:
    return Mark(row.started_at, row.lesson_id) if row else None
