"""Files of the content that Telegram has already: sent again by their ``file_id`` they cost no upload."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.store.database import Store
from bot.store.tables import SentFile


def file_id(store: Store, bot_id: int, digest: str) -> str | None:
    """What Telegram calls a file with this content; None when this bot never sent it."""
    with store.reading() as session:
        row = session.get(SentFile, (digest, bot_id))
        return row.file_id if row else None


def keep(store: Store, bot_id: int, digest: str, name: str) -> None:
    """Note what Telegram calls a file that this bot sent; a later name takes the place of an earlier one."""
    with store.writing() as session:
        _drop(session, bot_id, digest)
        session.add(SentFile(digest=digest, bot_id=bot_id, file_id=name))


def forget(store: Store, bot_id: int, digest: str) -> None:
    """Telegram does not know the file any more."""
    with store.writing() as session:
        _drop(session, bot_id, digest)


def _drop(session: Session, bot_id: int, digest: str) -> None:
    session.execute(delete(SentFile).where(SentFile.digest == digest, SentFile.bot_id == bot_id))
