"""Telling staff of alerts: what is due is kept first, then sent, and tried again until it went out."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.catalogue.course import Courses
from bot.i18n import Catalogues
from bot.journeys import telling
from bot.journeys.telling import Letter
from bot.safeguarding.hours import Shift
from bot.schedule.patience import pause
from bot.store import Store, alerts
from bot.store.alerts import Waiting

log = logging.getLogger(__name__)

Post = Callable[[str, str, str], None]
"""Sends a mail: to, subject, body. It blocks, and raises OSError when the mail did not go out."""

SHORTEST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(minutes=30)


async def tell_staff(
    store: Store,
    courses: Courses,
    catalogues: Catalogues,
    shifts: Sequence[Shift],
    post: Post,
    clock: Callable[[], datetime],
) -> None:
    """Tell whoever is due to be told. A mail that fails is tried again at a later tick, and holds up no other."""
    telling.plan(store, shifts, courses.current().region.zone, clock())
    for waiting in alerts.waiting(store, clock()):
        await _send(store, waiting, telling.letter(catalogues, waiting), post, clock)


async def _send(store: Store, waiting: Waiting, letter: Letter, post: Post, clock: Callable[[], datetime]) -> None:
    try:
        await asyncio.to_thread(post, letter.to, letter.subject, letter.body)
    except OSError as error:
        # The kind alone: servers quote addresses.
        log.error("Alert notice %s did not go out (%s) and is tried again", waiting.notice.id, type(error).__name__)
        until = clock() + pause(waiting.notice.tries, SHORTEST_PAUSE, LONGEST_PAUSE)
        alerts.postpone(store, waiting.notice, until, type(error).__name__)
    else:
        alerts.sent(store, waiting.notice, clock())
