"""How the database itself is: there, undamaged, writable."""

from pathlib import Path

from sqlalchemy import text

from bot.store.database import Store


def is_there(store: Store) -> bool:
    """Whether there is a database to look into; SQLite would make an empty one. A server is asked elsewhere."""
    file = store.engine.url.database
    return not store.on_sqlite or file is None or file.startswith((":", "file:")) or Path(file).is_file()


def damages(store: Store) -> int:
    """How many damages SQLite finds in its file; a server looks after its own."""
    with store.reading() as session:
        if not store.on_sqlite:
            session.execute(text("SELECT 1"))
            return 0
        return sum(line != "ok" for line in session.scalars(text("PRAGMA quick_check")))


def journal_mode(store: Store) -> str | None:
    """How SQLite keeps writers and readers apart, such as ``wal``; None on a server."""
    if not store.on_sqlite:
        return None
    with store.reading() as session:
        return str(session.scalar(text("PRAGMA journal_mode")))


def is_writable(store: Store) -> bool:
    """Whether this database lets us write. SQLite raises OutOfOrder when it does not."""
    with store.writing() as session:
        if not store.on_sqlite:
            return str(session.scalar(text("SHOW transaction_read_only"))) == "off"
        # A number that nobody uses, written as it was: only a real write finds a read-only file or a full disk.
        number = int(session.scalar(text("PRAGMA user_version")))
        session.execute(text(f"PRAGMA user_version = {number}"))
    return True
