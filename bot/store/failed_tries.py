"""Tries to get in that failed, counted by what was tried: an account, an address."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from bot.store.database import Store
from bot.store.secrets import hashed
from bot.store.tables import FailedTry

KEPT = timedelta(days=1)


def count(store: Store, key: str, since: datetime) -> int:
    """How many tries under this key failed since then."""
    failed = select(func.count()).where(FailedTry.key == hashed(key), FailedTry.at > since)
    with store.reading() as session:
        return session.scalar(failed) or 0


def note(store: Store, keys: Collection[str], now: datetime) -> None:
    """Note a try that failed, under each of the keys; what is old is forgotten."""
    with store.writing() as session:
        session.execute(delete(FailedTry).where(FailedTry.at <= now - KEPT))
        session.add_all(FailedTry(key=hashed(key), at=now) for key in keys)


def forget(store: Store, key: str) -> None:
    """Forget the tries under a key: whoever it is got in."""
    with store.writing() as session:
        session.execute(delete(FailedTry).where(FailedTry.key == hashed(key)))
