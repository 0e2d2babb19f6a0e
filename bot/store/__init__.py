"""The only room that knows SQL."""

from bot.store.database import Store
from bot.store.errors import Conflict, OutOfOrder

__all__ = ["Conflict", "OutOfOrder", "Store"]
