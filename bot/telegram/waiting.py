"""Waiting for whichever comes first."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

Sleep = Callable[[float], Awaitable[None]]
"""Waits for so many seconds."""


async def until_first(*events: Awaitable[Any], tasks: Iterable[asyncio.Task[None]] = ()) -> None:
    """Return when one of them is done. The other events are cancelled, the other tasks run on."""
    own = [asyncio.ensure_future(event) for event in events]
    try:
        await asyncio.wait([*own, *tasks], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for event in own:
            event.cancel()
        await asyncio.gather(*own, return_exceptions=True)
