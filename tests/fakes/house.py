"""The whole bot, joined as in service, before the simulator; its clock moves only when it is told to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest

from bot import simulator
from bot.i18n import Catalogues
from bot.journeys.turns import Turns
from bot.journeys.understanding import Brain
from bot.store import Store
from bot.telegram.bot import call, make_bot
from bot.telegram.intake import Intake
from bot.telegram.receive import Poller
from bot.telegram.send import Sender
from bot.telegram.updates import read
from tests.fakes.course import REGION, CoursesReadOnce, published_course

ROOT = Path(__file__).parents[2]
TOKEN = "4242:simulated"
MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

SIMULATOR = "http://simulator"
"""Reached without a network: the walks have thousands of calls, and sockets are tested elsewhere."""


class StillClock:
    """A clock that stands still; waiting moves it on at once."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **spans: float) -> None:
        """Move on by days, hours, minutes, seconds."""
        self.now += timedelta(**spans)

    async def sleep(self, seconds: float) -> None:
        """Wait without waiting."""
        self.forward(seconds=seconds)
        await asyncio.sleep(0)


class House:
    """The bot and the simulator.

    Args:
        store: a migrated store with the course.
        brain: understands and chooses actions.
        catalogues: the languages.
        bot: calls the simulator.
        client: an HTTP client for the simulator.
        clock: the time of everything.
        open_to_all: whether newcomers need an invitation.
    """

    def __init__(
        self,
        store: Store,
        brain: Brain,
        catalogues: Catalogues,
        bot: Bot,
        client: httpx.AsyncClient,
        clock: StillClock,
        open_to_all: bool = True,
    ) -> None:
        self.store, self.catalogues, self.clock, self.client = store, catalogues, clock, client
        self.courses = CoursesReadOnce(store, REGION, clock)
        self.bot = bot
        self.sender = Sender(self.bot, store, catalogues, clock, clock.sleep)
        self._intake = Intake(self.bot, store, clock, lambda: None)
        self._poller = Poller(self.bot, self._intake, clock, clock.sleep)
        self.turns = Turns(store, read, brain, self.courses, catalogues, open_to_all, clock, Random(7))

    async def settle(self) -> None:
        """Take in what was sent, run its turns, send the replies."""
        await self._poller.fetch()
        await self.work()

    async def work(self) -> None:
        """Run the turns that wait, and send what is due."""
        while await self.turns.run_next():
            pass
        await self._intake.settled()
        await self.sender.flush()


@asynccontextmanager
async def house(store: Store, brain: Brain, catalogues: Catalogues, open_to_all: bool = True) -> AsyncIterator[House]:
    """A house with the project's own course, over a simulator on this machine."""
    clock = StillClock(MONDAY_NOON)
    published_course(store, clock())
    transport = httpx.ASGITransport(simulator.create_app(None, clock))
    bot = make_bot(TOKEN, SIMULATOR, HTTPXRequest(httpx_kwargs={"transport": transport}))
    async with httpx.AsyncClient(base_url=SIMULATOR, transport=transport) as client:
        # The simulator learns of a bot by its first call.
        await call(bot, "getMe", {})
        yield House(store, brain, catalogues, bot, client, clock, open_to_all)
