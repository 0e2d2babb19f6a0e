"""What is published: entries (items, tips, units, regions, ...), their numbered, immutable revisions, and drafts."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence, Words, only


class Entry(Base):
    """One authored thing with a permanent id; ``revision`` is the number that learners get. Retired ones are kept.

    ``in_studio`` says that what is published of it (or that it is not) was decided in the studio: files of ``content/``
    no longer replace it. ``file_digest`` is that of the form in the files when they were read last; None when it stood
    in none. What was made of a workplace's words is of its page, ``page_id``: one team gets it, and the studio shows
    nothing of it.
    """

    __tablename__ = "entry"

    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    position: Mapped[int]
    revision: Mapped[int]
    retired_at: Mapped[datetime | None] = mapped_column(Instant)
    in_studio: Mapped[bool] = mapped_column(default=False, server_default=false())
    file_digest: Mapped[str | None] = mapped_column(String(64))
    page_id: Mapped[str | None] = mapped_column(ForeignKey("workplace_page.id"), index=True)


class Revision(Base):
    """One published form of an entry; its body is never changed. Who published it, and why, if it was in the studio."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("entry_id", "number"),)

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    entry_id: Mapped[str] = mapped_column(ForeignKey("entry.id"))
    number: Mapped[int]
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime] = mapped_column(Instant)
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    why: Mapped[str | None] = mapped_column(Words)


class Draft(Base):
    """A form of an entry that is not published: of one that is there, or of a new one.

    Attributes:
        kind: the entry's.
        body: None when the entry is to be retired.
        base: the revision that it was made from; 0 when there was none.
        origin: where it comes from, a ``bot.store.drafts.Origin``.
        state: a ``bot.store.drafts.State``.
        version: counts its changes, so that the second of two who edit is told.
        changed_by: who changed it last; None when nobody of the staff did.
        reader_id: whom it waits for, or who approved it.
        why: said by who changed it, for who reads it.
    """

    __tablename__ = "draft"
    __table_args__ = (
        # Beside the staff's draft there may be the form that the files have.
        Index("uq_draft_of_staff", "entry_id", unique=True, **only(text("origin <> 'files'"))),
        Index("uq_draft_of_files", "entry_id", unique=True, **only(text("origin = 'files'"))),
    )

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(20))
    body: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    base: Mapped[int]
    origin: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10))
    version: Mapped[int]
    changed_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    changed_at: Mapped[datetime] = mapped_column(Instant)
    reader_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    why: Mapped[str | None] = mapped_column(Words)


class Remark(Base):
    """What a colleague says of a field of a draft; ``field`` is a path such as ``options.a.word``, or empty."""

    __tablename__ = "remark"
    __table_args__ = (Index("ix_remark_draft", "draft_id"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    draft_id: Mapped[str] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    field: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Words)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)


class Planned(Base):
    """Drafts that will be published together at a set time; ``fault`` says why they were not.

    ``versions`` are the drafts' ids with the version that was looked at: what is changed afterwards is not published.
    """

    __tablename__ = "planned"
    __table_args__ = (Index("ix_planned_due", "at", **only(text("ended_at IS NULL"))),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    entry_ids: Mapped[list[str]] = mapped_column(JSON)
    versions: Mapped[dict[str, int]] = mapped_column(JSON)
    start_again: Mapped[list[str]] = mapped_column(JSON)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    why: Mapped[str | None] = mapped_column(Words)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    fault: Mapped[str | None] = mapped_column(String(200))
