"""A process that runs until it is told to stop, or until the one that started it is gone."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable

WATCH_SECONDS = 1.0


class CannotStart(Exception):
    """What keeps a process from starting; the message says what to do."""


def run_until_stopped(work: Callable[[asyncio.Event], Awaitable[None]], parent: int | None = None) -> None:
    """Run ``work`` in an event loop; SIGINT and SIGTERM set the event that it is given.

    Args:
        work: what to run; it ends soon after the event is set.
        parent: the process whose end, however it comes, also sets the event.
    """
    asyncio.run(_run(work, parent))


async def _run(work: Callable[[asyncio.Event], Awaitable[None]], parent: int | None) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signum in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(signum, stop.set)
    watch = asyncio.create_task(_watch(parent, stop)) if parent else None
    await work(stop)
    if watch:
        watch.cancel()


async def _watch(parent: int, stop: asyncio.Event) -> None:
    while os.getppid() == parent:  # noqa: ASYNC110 - no event tells a process that its parent is gone
        await asyncio.sleep(WATCH_SECONDS)
    stop.set()
