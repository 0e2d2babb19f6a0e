"""The clock: it ticks at once, and a job that fails does not stop it."""

import asyncio
import logging
from datetime import UTC, datetime

import pytest

from bot.schedule import Clock


def now() -> datetime:
    return datetime.now(UTC)


async def test_all_jobs_run_at_the_start() -> None:
    called: list[str] = []
    both = asyncio.Event()

    async def note(name: str) -> None:
        called.append(name)
        if len(called) == 3:
            both.set()

    clock = Clock([lambda: note("minute"), lambda: note("beside")], lambda: note("day"), now)
    clock.start()
    await asyncio.wait_for(both.wait(), 5)
    clock.stop()
    assert sorted(called) == ["beside", "day", "minute"]


async def test_a_failing_job_is_logged_and_harms_nobody(caplog: pytest.LogCaptureFixture) -> None:
    tidied = asyncio.Event()

    async def fail() -> None:
        raise ValueError("words of a learner")

    async def tidy() -> None:
        tidied.set()

    with caplog.at_level(logging.ERROR):
        clock = Clock([fail], tidy, now)
        clock.start()
        await asyncio.wait_for(tidied.wait(), 5)
        clock.stop()
    assert [record.message for record in caplog.records] == [
        "A job of the clock failed; it is called again at its next time"
    ]
