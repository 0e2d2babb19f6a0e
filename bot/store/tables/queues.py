"""The durable queues: updates that came in, messages that go out."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base, Instant, Sequence, TelegramId, WordsJSON, only


class InboxRow(Base):
    """One update as it came, kept before it is confirmed to Telegram; its payload is blanked when done.

    ``state`` is ``new``, ``done`` or ``parked`` (failed three times; ``error`` names the kind of failure).
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id"),
        Index("ix_inbox_state", "state", "id"),
        Index("ix_inbox_chat", "chat_id", "state"),
    )

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    bot_id: Mapped[int] = mapped_column(BigInteger)
    update_id: Mapped[int] = mapped_column(BigInteger)
    chat_id: Mapped[int | None] = mapped_column(TelegramId)
    payload: Mapped[dict[str, Any] | None] = mapped_column(WordsJSON)
    state: Mapped[str] = mapped_column(String(10), default="new")
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(200))
    received_at: Mapped[datetime] = mapped_column(Instant)
    not_before: Mapped[datetime | None] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant)


class OutboxRow(Base):
    """One message to send, as keys and values; blanked when sent.

    ``ref`` names the message for later edits, ``edits`` is the ``ref`` of the message that this one changes.
    ``campaign`` names what is said to many: each learner has one message of it, whatever became of that.
    ``kind`` is ``reply`` or ``broadcast``; ``state`` is ``new``, ``sent``, ``parked``, ``expired`` or ``dropped``.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_state", "state", "kind", "id"),
        # For PostgreSQL, which guesses from how many rows were ever sent how many wait, and then reads all of them.
        Index("ix_outbox_new", "kind", "id", **only(text("state = 'new'"))),
        Index("ix_outbox_chat", "chat_id", "state", "kind", "id"),
        Index("ix_outbox_learner", "learner_id"),
        Index("ix_outbox_campaign", "campaign", "learner_id", unique=True, **only(text("campaign IS NOT NULL"))),
    )

    id: Mapped[int] = mapped_column(Sequence, primary_key=True)
    learner_id: Mapped[str | None] = mapped_column(ForeignKey("learner.id"))
    chat_id: Mapped[int] = mapped_column(TelegramId)
    language: Mapped[str] = mapped_column(String(8))
    ref: Mapped[str | None] = mapped_column(String(24), unique=True)
    edits: Mapped[str | None] = mapped_column(String(24))
    campaign: Mapped[str | None] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(10), default="reply")
    payload: Mapped[dict[str, Any] | None] = mapped_column(WordsJSON)
    state: Mapped[str] = mapped_column(String(10), default="new")
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(Instant)
    not_before: Mapped[datetime | None] = mapped_column(Instant)
    expires_at: Mapped[datetime | None] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
