"""Long polling: the bot asks for updates, and confirms each only after it is kept."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot

from bot.telegram import webhook
from bot.telegram.bot import call
from bot.telegram.intake import Intake
from bot.telegram.trouble import Trouble
from bot.telegram.updates import WANTED
from bot.telegram.waiting import Sleep, until_first

log = logging.getLogger(__name__)

POLL_SECONDS = 30
ANSWER_SECONDS = 15
"""How much longer than the poll itself an answer may take."""

SHORTEST_POLL = timedelta(seconds=0.5)
"""Some servers do not wait for updates; they are not asked more often than this."""

HEALTHY = timedelta(minutes=2)
QUIET = timedelta(hours=1)
"""After this long without updates the offset is dropped: numbers start anew, perhaps lower, after a quiet week."""


class Poller:
    """Fetches updates for ever.

    Args:
        bot: whose updates they are.
        intake: keeps them.
        clock: tells the time, in UTC.
        sleep: waits between tries after a failure.
    """

    def __init__(self, bot: Bot, intake: Intake, clock: Callable[[], datetime], sleep: Sleep = asyncio.sleep) -> None:
        self._bot = bot
        self._intake = intake
        self._clock = clock
        self._sleep = sleep
        self._trouble = Trouble("Receiving updates", clock)
        self._offset: int | None = None
        self._last_update: datetime | None = None
        self.last_success: datetime | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Receive until ``stop`` is set. What is not confirmed then comes again at the next start."""
        await until_first(self._for_ever(), stop.wait())
        await self._intake.settled()

    def healthy(self) -> bool:
        """Whether Telegram answered within the last two minutes."""
        return self.last_success is not None and self._clock() - self.last_success < HEALTHY

    async def fetch(self) -> int:
        """Ask once for updates, and keep them. Returns how many; raises TelegramError, or what the store raises."""
        raws = await call(self._bot, "getUpdates", self._question(), POLL_SECONDS + ANSWER_SECONDS)
        self.last_success = self._clock()
        taken = [self._take(raw) for raw in raws]
        if taken and not any(taken):
            raise ValueError("the server sends updates without numbers")
        return len(taken)

    async def _for_ever(self) -> None:
        polling_allowed = False
        while True:
            try:
                if not polling_allowed:
                    await webhook.remove(self._bot)
                    polling_allowed = True
                asked_at = self._clock()
                fetched = await self.fetch()
                self._trouble.over()
                if not fetched and self._clock() - asked_at < SHORTEST_POLL:
                    await self._sleep(SHORTEST_POLL.total_seconds())
            except Exception as error:  # whatever happens, receiving goes on
                await self._sleep(self._trouble.met(error).total_seconds())

    def _question(self) -> dict[str, Any]:
        if self._last_update and self._clock() - self._last_update > QUIET:
            self._offset = None
        question = {"timeout": POLL_SECONDS, "allowed_updates": list(WANTED)}
        return question if self._offset is None else {**question, "offset": self._offset}

    def _take(self, raw: Any) -> bool:
        number = self._intake.take(raw)
        if number is None:
            log.warning("Something that is no update was left out")
            return False
        self._offset = number + 1
        self._last_update = self._clock()
        return True
