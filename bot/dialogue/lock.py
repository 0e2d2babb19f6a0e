"""Turn after turn, without Rasa's polling: its own lock looks once a second whether it is free."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from rasa.core.lock_store import LockStore


class OneByOne(LockStore):
    """One lock for all chats: a decision takes milliseconds and never waits for anything."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def lock(self, conversation_id: str, *_: Any, **__: Any) -> AsyncIterator[None]:
        """Wait until the decision before this one is taken."""
        async with self._lock:
            yield
