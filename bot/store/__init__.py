"""The only room that knows SQL."""

from bot.store.database import Store
from bot.store.errors import Conflict

__all__ = ["Conflict", "Store"]
