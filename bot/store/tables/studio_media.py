"""Pictures and recordings that were put in in the studio; nothing in them is about a learner."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Words


class StudioFile(Base):
    """A picture or a sound as it is sent, under the SHA-256 of its bytes, which are never changed."""

    __tablename__ = "studio_file"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    added_by: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    added_at: Mapped[datetime] = mapped_column(Instant)


class StudioRecording(Base):
    """What a person said of the words of one language, usual or slow: heard instead of the speech program.

    Attributes:
        key: names the sound, as ``bot.store.studio_recordings.key`` does.
        words: to the letter.
        speaker: who agreed that learners hear it.
        digest: of the file.
        added_by: who kept it, and so says that the speaker agreed.
        page_id: the workplace's page that it was made for; then one team alone hears it.
    """

    __tablename__ = "studio_recording"
    __table_args__ = (
        Index("ix_studio_recording_added", "added_at"),
        Index("ix_studio_recording_digest", "digest"),
    )

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    language: Mapped[str] = mapped_column(String(8))
    words: Mapped[str] = mapped_column(Words)
    slow: Mapped[bool]
    speaker: Mapped[str] = mapped_column(Words)
    licence: Mapped[str] = mapped_column(String(100))
    digest: Mapped[str] = mapped_column(ForeignKey("studio_file.digest"))
    added_by: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    added_at: Mapped[datetime] = mapped_column(Instant)
    page_id: Mapped[str | None] = mapped_column(ForeignKey("workplace_page.id"), index=True)
