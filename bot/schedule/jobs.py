"""What the clock does at its ticks."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from random import Random

from bot.catalogue.course import Courses
from bot.journeys import asking, broadcasting, invitation
from bot.journeys.studio import publishing
from bot.store import Store, inbox, outbox

log = logging.getLogger(__name__)


async def invite_all(
    store: Store, courses: Courses, clock: Callable[[], datetime], invited: Callable[[], None]
) -> None:
    """Invite everybody whose moment has come. ``invited`` is called for each, to wake the sender."""
    for was_invited in invitation.invite(store, courses.current(), clock()):
        if was_invited:
            invited()
        # Turns get their chance between two learners.
        await asyncio.sleep(0)


async def ask_all(
    store: Store, courses: Courses, clock: Callable[[], datetime], random: Random, asked: Callable[[], None]
) -> None:
    """Ask everybody whose moment has come how it goes. ``asked`` is called for each, to wake the sender.

    It goes before ``invite_all``: whoever is asked is not invited on the same date.
    """
    for was_asked in asking.ask_all(store, courses.current(), clock(), random):
        if was_asked:
            asked()
        await asyncio.sleep(0)


async def send_broadcasts(store: Store, clock: Callable[[], datetime], written: Callable[[], None]) -> None:
    """Send the broadcasts whose time has come. ``written`` is called for each that reaches somebody."""
    for count in broadcasting.send_due(store, clock()):
        if count:
            written()
        await asyncio.sleep(0)


async def publish_planned(store: Store, courses: Courses, second_reader: bool, clock: Callable[[], datetime]) -> None:
    """Publish what was planned in the studio for this minute; what cannot be is noted, and the studio shows it."""
    for fault in publishing.carry_out_due(store, courses.current(), second_reader, clock()):
        if fault:
            log.warning("Something that was planned in the studio was not published (%s): /studio says what", fault)
        await asyncio.sleep(0)


async def tidy(store: Store, clock: Callable[[], datetime]) -> None:
    """Drop what the queues keep no longer than they must, and what an erasure could not wipe at once."""
    inbox.forget_old(store, clock())
    outbox.forget_old(store, clock())
    store.forget_freed_pages()
