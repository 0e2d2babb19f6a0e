"""Counting how items do, a portion at a time beside the event loop: turns go on meanwhile."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.catalogue.course import Courses
from bot.journeys import quality
from bot.store import Store

log = logging.getLogger(__name__)

PAUSE = 0.5
"""Seconds between two portions, in which turns have the database and the processor to themselves."""


async def count_quality(
    store: Store,
    courses: Courses,
    clock: Callable[[], datetime],
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Count the lessons that are a day old by now and were not counted yet."""
    course, lessons = courses.current(), 0
    while counted := await asyncio.to_thread(quality.count_next, store, course, clock()):
        lessons += counted.lessons
        await sleep(PAUSE)
    if lessons:
        log.info("The quality numbers know %d more lessons", lessons)
