"""How items do, added up: nobody is in it, and nobody can be taken out of it again."""

from datetime import datetime

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant


class ItemSum(Base):
    """What came of first meetings with one revision of an item, of the speakers of one language.

    Attributes:
        language: empty for those of all learners.
        people: how many are in ``told``.
        told: sums by name (``bot.learning.quality.sums``).
        waiting: those of the last one to four people, which are not told yet.
    """

    __tablename__ = "item_sum"
    __table_args__ = (Index("ix_item_sum_language", "language", "people"),)

    item_id: Mapped[str] = mapped_column(String(120), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    people: Mapped[int]
    told: Mapped[dict[str, int]] = mapped_column(JSON)
    waiting: Mapped[dict[str, int]] = mapped_column(JSON)


class CountedUntil(Base):
    """The one row that says which lesson was counted last, by its beginning."""

    __tablename__ = "counted_until"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    started_at: Mapped[datetime] = mapped_column(Instant)
    lesson_id: Mapped[str] = mapped_column(String(24))
