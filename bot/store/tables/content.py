"""What is published: entries (items, tips, units, regions, ...) and their numbered, immutable revisions."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence


class Entry(Base):
    """One authored thing with a permanent id; ``revision`` is the number that learners get. Retired ones are kept."""

    __tablename__ = "entry"

    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    position: Mapped[int]
    revision: Mapped[int]
    retired_at: Mapped[datetime | None] = mapped_column(Instant)


class Revision(Base):
    """One published form of an entry; its body is never changed."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("entry_id", "number"),)

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("entry.id"))
    number: Mapped[int]
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime] = mapped_column(Instant)
