"""What is seen of entries in the lists of the studio: kept, so that a list of 20,000 is as quick as one of 200."""

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Sequence


class Label(Base):
    """An entry as it stands in a list: of its newest form, published or not. ``bot.store.labels`` writes it.

    Attributes:
        pack: ``<target>/<sector>/<level>`` of an item or a unit; empty of all else.
        unit: of an item; a unit is its own.
        type: of an item.
        place: the authors' order.
        title: what it is called, or how it begins.
        state: of ``bot.store.labels.State``.
        revision: the published one; 0 when there is none.
    """

    __tablename__ = "label"
    __table_args__ = (
        Index("ix_label_kind", "kind", "place", "entry_id"),
        Index("ix_label_pack", "pack", "place", "entry_id"),
        Index("ix_label_unit", "unit", "place", "entry_id"),
        Index("ix_label_state", "state", "place", "entry_id"),
        Index("ix_label_counts", "kind", "pack", "state"),
    )

    entry_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    pack: Mapped[str] = mapped_column(String(120))
    unit: Mapped[str] = mapped_column(String(120))
    type: Mapped[str] = mapped_column(String(40))
    place: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(10))
    revision: Mapped[int]


class Searched(Base):
    """The words of an entry that can be searched for, in small letters; beside its label, which changes more often.

    Migration 0008 also makes ``searched_index``, by which they are found: on SQLite a table that triggers keep like
    this one, on PostgreSQL an index. Whoever makes this table anew makes the triggers anew.
    """

    __tablename__ = "searched"

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(120), unique=True)
    words: Mapped[str] = mapped_column(Text)
