"""What the clock does at its ticks."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from random import Random

from bot.catalogue.course import Courses
from bot.journeys import asking, invitation
from bot.store import Store, inbox, outbox


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


async def tidy(store: Store, clock: Callable[[], datetime]) -> None:
    """Drop what the queues keep no longer than they must, and what an erasure could not wipe at once."""
    inbox.forget_old(store, clock())
    outbox.forget_old(store, clock())
    store.forget_freed_pages()
