"""What Telegram knows of the content's own files; nothing in it is about a person."""

from sqlalchemy import BigInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Base


class SentFile(Base):
    """A file of the content that a bot sent: by ``file_id``, which is good for this bot alone, it goes out again."""

    __tablename__ = "sent_file"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    file_id: Mapped[str] = mapped_column(Text)
