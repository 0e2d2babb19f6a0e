"""Sending digests: what is due is kept first; a mail that fails is tried again at a later tick.

A mail is crossed off after it went out: a crash between the two sends it twice, and none is lost.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.catalogue.course import Courses
from bot.i18n import Catalogues
from bot.journeys.digest_sending import NobodyReads, Rounds
from bot.schedule.alerts import Post
from bot.schedule.patience import pause
from bot.store import Store, digests
from bot.store.digests import Waiting
from bot.store.tables import DigestWish, Staff

log = logging.getLogger(__name__)

SHORTEST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=6)
"""A digest can wait, unlike an alert."""


async def send_digests(
    store: Store,
    courses: Courses,
    catalogues: Catalogues,
    url: str,
    post: Post | None,
    clock: Callable[[], datetime],
    written: Callable[[], None],
) -> None:
    """Send whoever's digest is due: by mail, by Telegram, or both.

    They are put together beside the event loop, where turns go on.

    Args:
        store: where everything is kept.
        courses: what is published.
        catalogues: the languages.
        url: the console's address.
        post: sends mails; None when there is no mail server: they wait.
        clock: tells the time, in UTC.
        written: is called for each message that was put out for Telegram.
    """
    rounds = Rounds(store, courses.current(), catalogues, url.rstrip("/"))
    rounds.plan(clock())
    for wish, member in digests.due(store, clock()):
        if await _begin(rounds, wish, member, clock):
            written()
    if post:
        for waiting in digests.mails(store, clock()):
            await _send(rounds, waiting, post, clock)


async def _begin(rounds: Rounds, wish: DigestWish, member: Staff, clock: Callable[[], datetime]) -> bool:
    """Let a digest go out. One that cannot be put together holds up no other."""
    try:
        return await asyncio.to_thread(rounds.begin, wish, member, clock())
    except Exception:
        log.exception("A digest cannot be put together, and is tried again later")
        digests.begin(rounds.store, wish, clock() + LONGEST_PAUSE)
        return False


async def _send(rounds: Rounds, waiting: Waiting, post: Post, clock: Callable[[], datetime]) -> None:
    try:
        letter = await asyncio.to_thread(rounds.letter, waiting, clock())
        if letter:
            await asyncio.to_thread(post, letter.to, letter.subject, letter.body)
    except NobodyReads as error:
        digests.postpone(rounds.store, waiting.mail, clock() + LONGEST_PAUSE, type(error).__name__)
    except OSError as error:
        # The kind alone: servers quote addresses.
        log.error("A digest did not go out (%s) and is tried again", type(error).__name__)
        _try_again(rounds.store, waiting, error, clock())
    except Exception as error:
        log.exception("A digest cannot be put together, and is tried again later")
        _try_again(rounds.store, waiting, error, clock())
    else:
        digests.settled(rounds.store, waiting.mail)


def _try_again(store: Store, waiting: Waiting, error: Exception, now: datetime) -> None:
    until = now + pause(waiting.mail.tries, SHORTEST_PAUSE, LONGEST_PAUSE)
    digests.postpone(store, waiting.mail, until, type(error).__name__)
