"""The worker: runs the turns of the updates that wait, one after the other."""

import asyncio
import logging
from collections.abc import Callable
from time import monotonic

from bot.journeys.turns import Turns
from bot.store import OutOfOrder
from bot.telegram.waiting import Sleep, until_first

log = logging.getLogger(__name__)

BETWEEN = 0.002
"""Seconds from one turn to the next: in one step of the loop a message cannot be received, sent and marked."""

LOOK_AGAIN = 1.0
"""Seconds: an update that waits for its next try, or that another process kept, wakes nobody."""

BREATH = 5.0
"""Seconds to wait when the store is out of order."""


class Worker:
    """Runs turns for ever.

    Args:
        turns: knows what a turn is.
        turned: is called after each turn with the seconds it took; it may have put messages into the outbox.
        sleep: waits so many seconds.
    """

    def __init__(self, turns: Turns, turned: Callable[[float], None], sleep: Sleep = asyncio.sleep) -> None:
        self._turns = turns
        self._turned = turned
        self._sleep = sleep
        self._woken = asyncio.Event()
        self._reason = ""

    def wake(self) -> None:
        """An update was kept."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Run turns until ``stop`` is set; the turn that is under way then is still finished."""
        while not stop.is_set():
            self._woken.clear()
            if await self._one():
                # Receiving and sending get their chance between two turns.
                await asyncio.sleep(BETWEEN)
            else:
                await until_first(self._woken.wait(), self._sleep(LOOK_AGAIN), stop.wait())

    async def _one(self) -> bool:
        began = monotonic()
        try:
            ran = await self._turns.run_next()
        except Exception as error:  # the store is out of order: turns go on when it is back
            self._met(error)
            await self._sleep(BREATH)
            return True
        self._over()
        if ran:
            self._turned(monotonic() - began)
        return ran

    def _met(self, error: Exception) -> None:
        """Say what keeps turns from running: once, however long it lasts."""
        reason = str(error) if isinstance(error, OutOfOrder) else type(error).__name__
        if reason == self._reason:
            return
        self._reason = reason
        if isinstance(error, OutOfOrder):
            log.error("Turns wait and are tried again every %g seconds: %s", BREATH, reason)
        else:
            log.error("The inbox is out of order", exc_info=error)

    def _over(self) -> None:
        if self._reason:
            log.info("Turns run again")
        self._reason = ""
