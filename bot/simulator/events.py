"""What pages are told while they are open."""

import asyncio

from bot.simulator.records import Json

BACKLOG = 1000


class Events:
    """Hands every event to every open page; one that does not keep up is let go and reloads."""

    def __init__(self) -> None:
        self._pages: set[asyncio.Queue[Json]] = set()

    def subscribe(self) -> asyncio.Queue[Json]:
        """Return a queue that gets every event from now on."""
        queue: asyncio.Queue[Json] = asyncio.Queue(BACKLOG)
        self._pages.add(queue)
        return queue

    def unsubscribe(self, queue: asyncio.Queue[Json]) -> None:
        """Stop filling `queue`."""
        self._pages.discard(queue)

    def follows(self, queue: asyncio.Queue[Json]) -> bool:
        """Return whether `queue` still gets events."""
        return queue in self._pages

    def publish(self, event: Json) -> None:
        """Hand `event` to every page."""
        for queue in list(self._pages):
            if queue.full():
                self.unsubscribe(queue)
            else:
                queue.put_nowait(event)
