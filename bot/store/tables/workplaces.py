"""Words of one workplace, written for one team, and what came of them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Words


class WorkplacePage(Base):
    """Up to ten words of one workplace, which the learners of one team get.

    Attributes:
        title: the name of the workplace.
        state: a ``bot.store.workplaces.State``.
        version: counts its changes, so that the second of two who write, or decide, is told.
        mentor: who writes by a link, as staff named them.
        link_hash: of the code of the last link, also of one that is over.
        link_expires_at: None when no link works.
        changed_by: who wrote last; None when it was the mentor. So with ``sent_by``.
        why: why it came back.
        level: of its exercises, as it was approved; so with ``can_do``, what learners can do after them.
        published_at: since when learners get its words; None when they do not.
    """

    __tablename__ = "workplace_page"
    __table_args__ = (
        Index("ix_workplace_page_team", "team_id"),
        Index("ix_workplace_page_link", "link_hash", unique=True),
    )

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id"))
    title: Mapped[str] = mapped_column(Words)
    state: Mapped[str] = mapped_column(String(10))
    version: Mapped[int]
    begun_by: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    mentor: Mapped[str | None] = mapped_column(Words)
    link_hash: Mapped[str | None] = mapped_column(String(64))
    link_expires_at: Mapped[datetime | None] = mapped_column(Instant)
    changed_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    changed_at: Mapped[datetime] = mapped_column(Instant)
    sent_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    why: Mapped[str | None] = mapped_column(Words)
    level: Mapped[str | None] = mapped_column(String(8))
    can_do: Mapped[str | None] = mapped_column(Words)
    published_at: Mapped[datetime | None] = mapped_column(Instant)


class WorkplaceWord(Base):
    """A word or an instruction of a workplace, in the row ``number`` of its page.

    The id stays while the word does: what learners remember of it hangs on that. ``picture`` is a JPEG, ``sound`` Ogg
    Opus.
    """

    __tablename__ = "workplace_word"
    __table_args__ = (UniqueConstraint("page_id", "number"),)

    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    page_id: Mapped[str] = mapped_column(ForeignKey("workplace_page.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Words)
    meaning: Mapped[str] = mapped_column(Words)
    sentence: Mapped[str] = mapped_column(Words)
    picture: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    sound: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
