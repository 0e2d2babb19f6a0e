"""Searching for words of entries: by trigrams, so that 20,000 are searched as quickly as 200."""

from sqlalchemy import ColumnElement, Select, column, select, table

from bot.store.database import Store
from bot.store.tables import Label, Searched

MOST_WORDS = 5

TRIGRAM = 3
"""Characters. Of fewer no index knows: then the words themselves are read."""

# On SQLite the index is a table of its own; to PostgreSQL it is an index like others.
_INDEX = table("searched_index", column("rowid"), column("searched_index"))


def holds(store: Store, sought: str) -> list[ColumnElement[bool]]:
    """What has to hold of a label whose entry has all these words, or parts of them, in any order.

    Who looks for a sentence rarely knows it exactly. Of more than ``MOST_WORDS`` words the first ones count.
    """
    words = sought.replace("\0", "").casefold().split()[:MOST_WORDS]
    if not words:
        return []
    indexed = [word for word in words if store.on_sqlite and len(word) >= TRIGRAM]
    found = select(Searched.entry_id).where(
        *(Searched.words.contains(word, autoescape=True) for word in words if word not in indexed)
    )
    return [Label.entry_id.in_(found.where(Searched.id.in_(_indexed(indexed))) if indexed else found)]


def _indexed(words: list[str]) -> Select[tuple[int]]:
    """The ids under which SQLite's index finds all of these; in quotes a word is taken as it stands."""
    quoted = " ".join('"{}"'.format(word.replace('"', '""')) for word in words)
    return select(_INDEX.c.rowid).where(_INDEX.c.searched_index.op("MATCH")(quoted))
