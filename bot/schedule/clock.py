"""The clock: one tick a minute, and some jobs once a day. It only calls; what is done is decided elsewhere."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

log = logging.getLogger(__name__)

Job = Callable[[], Awaitable[None]]

A_MINUTE = 60
NIGHT = 3
"""The hour, in UTC, at which the daily jobs run."""


class Clock:
    """Calls each job of ``each_minute`` now and every minute, ``each_day`` now and every night.

    A job that fails is logged and called again at its next time; one that takes longer than its time is not
    called a second time beside itself, and missed ticks are not made up for.
    """

    def __init__(self, each_minute: Sequence[Job], each_day: Job, now: Callable[[], datetime]) -> None:
        """``now`` tells the time, with its zone, for the first call."""
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        once = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None, "next_run_time": now()}
        for job in each_minute:
            self._scheduler.add_job(_safely(job), IntervalTrigger(seconds=A_MINUTE), **once)
        self._scheduler.add_job(_safely(each_day), CronTrigger(hour=NIGHT, timezone="UTC"), **once)

    def start(self) -> None:
        """Begin to tick, in the running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """Tick no more."""
        self._scheduler.shutdown(wait=False)


def _safely(job: Job) -> Job:
    async def run() -> None:
        try:
            await job()
        except Exception:
            log.exception("A job of the clock failed; it is called again at its next time")

    return run
