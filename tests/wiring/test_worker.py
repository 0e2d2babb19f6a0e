"""The worker: turn after turn, and what happens when the store is out of order."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from bot.wiring.worker import Worker


class Turns:
    """Turns that go as told: ran or not, or an error; then they stop the worker."""

    def __init__(self, stop: asyncio.Event, *outcomes: bool | Exception) -> None:
        self._stop = stop
        self._outcomes: Iterator[bool | Exception] = iter(outcomes)

    async def run_next(self) -> bool:
        outcome = next(self._outcomes, None)
        if outcome is None:
            self._stop.set()
            return False
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


async def run(*outcomes: bool | Exception) -> tuple[int, list[float]]:
    """Returns how many turns were told of, and how long the worker slept."""
    stop = asyncio.Event()
    seconds: list[float] = []
    slept: list[float] = []

    async def sleep(time: float) -> None:
        slept.append(time)

    turns: Any = Turns(stop, *outcomes)
    await asyncio.wait_for(Worker(turns, seconds.append, sleep).run(stop), 5)
    return len(seconds), slept


async def test_every_turn_is_told_of() -> None:
    assert (await run(True, True, True))[0] == 3


async def test_it_looks_again_when_nothing_waits() -> None:
    told, slept = await run(False, True)
    assert (told, slept[0]) == (1, 1.0)


async def test_it_goes_on_after_the_store_was_out_of_order(caplog: pytest.LogCaptureFixture) -> None:
    told, slept = await run(OSError("disk full"), True)
    assert (told, slept[0]) == (1, 5.0)
    assert "The inbox is out of order" in caplog.messages


async def test_it_is_woken_by_what_arrives() -> None:
    stop, done = asyncio.Event(), asyncio.Event()
    outcomes = [False, True]

    class Waiting:
        async def run_next(self) -> bool:
            return outcomes.pop(0) if outcomes else False

    async def for_ever(_: float) -> None:
        await asyncio.Event().wait()

    turns: Any = Waiting()
    worker = Worker(turns, lambda _: done.set(), for_ever)
    running = asyncio.create_task(worker.run(stop))
    await asyncio.sleep(0)
    worker.wake()
    await asyncio.wait_for(done.wait(), 5)
    stop.set()
    await asyncio.wait_for(running, 5)
