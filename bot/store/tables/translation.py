"""What staff wrote in the studio in other languages: it stands before what the files of ``locales/`` say."""

from datetime import date, datetime

from sqlalchemy import JSON, Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Words


class Translation(Base):
    """Words of the course, or a message of the bot, in one language.

    Attributes:
        domain: a ``bot.store.translations.Domain``.
        language: as Telegram calls it.
        context: where the words stand, such as ``tip.late_absence.say_when.title``; of a message its key.
        digest: tells the source apart. When that reads otherwise these words are not used, and kept to be shown.
        written_in: the language of the source.
        source: the words that were translated, as they were shown.
        forms: the translation: one, or one for each plural form.
        back: what it says, put back into the language of the source; may be empty.
        note: for the next translator; may be empty.
        reviewed_by: the native speaker who found it good, and ``reviewed_on`` the day.
        version: counts its changes, so that the second of two who edit is told.
    """

    __tablename__ = "translation"

    domain: Mapped[str] = mapped_column(String(10), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    context: Mapped[str] = mapped_column(String(200), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    written_in: Mapped[str] = mapped_column(String(8))
    source: Mapped[str] = mapped_column(Words)
    forms: Mapped[list[str]] = mapped_column(JSON)
    back: Mapped[str] = mapped_column(Words)
    note: Mapped[str] = mapped_column(Words)
    reviewed_by: Mapped[str | None] = mapped_column(Words)
    reviewed_on: Mapped[date | None] = mapped_column(Date)
    version: Mapped[int]
    changed_by: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    changed_at: Mapped[datetime] = mapped_column(Instant)
