"""A store in memory, gone once it is closed: for what is tried out and not kept."""

from uuid import uuid4

from bot.store.database import Store
from bot.store.tables import Base

ADDRESS = "sqlite:///file:/{}?vfs=memdb&uri=true"
"""Names a database in memory that the connections of this process share."""


def in_memory() -> Store:
    """An empty store with all tables; ``close`` forgets what is in it."""
    store = Store(ADDRESS.format(uuid4().hex))
    # What the migrations lead to, in a hundredth of their time.
    Base.metadata.create_all(store.engine, checkfirst=False)
    return store
