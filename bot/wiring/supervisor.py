"""The supervisor: two child processes, bot and console, started again when they end by themselves."""

import asyncio
import logging
import os
import sys
from asyncio.subprocess import Process
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from bot.telegram.waiting import Sleep, until_first

log = logging.getLogger(__name__)

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
HEALTHY = 60.0
"""Seconds: a process that ran for longer did start well, and its pauses begin anew."""

PATIENCE = 20.0
"""Seconds that a process has to finish what is under way."""


@dataclass
class Child:
    """One process, kept running.

    Args:
        name: what logs call it.
        command: the command and its arguments.
        sleep: waits so many seconds.
    """

    name: str
    command: Sequence[str]
    sleep: Sleep = asyncio.sleep

    async def keep_running(self, stop: asyncio.Event) -> None:
        """Start it, and again whenever it ends, with growing pauses, until ``stop`` is set; then end it."""
        pause = FIRST_PAUSE
        while not stop.is_set():
            began = monotonic()
            # A session of its own: Ctrl-C reaches the supervisor alone, which ends its children in order.
            process = await asyncio.create_subprocess_exec(*self.command, start_new_session=True)
            await until_first(process.wait(), stop.wait())
            if stop.is_set():
                await _end(process)
                return
            pause = FIRST_PAUSE if monotonic() - began > HEALTHY else pause
            log.error(
                "The %s process ended by itself (%s) and starts again in %d s", self.name, process.returncode, pause
            )
            await until_first(self.sleep(pause), stop.wait())
            pause = min(2 * pause, LONGEST_PAUSE)


async def supervise(roles: Sequence[str], beside: Sequence[str], stop: asyncio.Event) -> None:
    """Keep a process running for each of these roles of ``werkmaat run`` until ``stop`` is set.

    ``beside`` is a command that runs once, and need not come to its end.
    """
    command = (sys.executable, "-m", "bot", "run", "--parent", str(os.getpid()), "--role")
    children = (Child(role, (*command, role)).keep_running(stop) for role in roles)
    await asyncio.gather(*children, run_once(beside, stop))


async def run_once(command: Sequence[str], stop: asyncio.Event) -> None:
    """Run a command, and end it when ``stop`` is set."""
    process = await asyncio.create_subprocess_exec(*command, start_new_session=True)
    await until_first(process.wait(), stop.wait())
    await _end(process)


async def _end(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()
