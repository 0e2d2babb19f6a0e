"""The whole bot, joined as in service, before the simulator; its clock moves only when it is told to."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass
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
from bot.simulator.exchange import Exchange
from bot.simulator.records import State
from bot.speech.sound import NoSound, Sound
from bot.store import Store
from bot.telegram.attachments import Media
from bot.telegram.bot import call, make_bot
from bot.telegram.intake import Intake
from bot.telegram.receive import Poller
from bot.telegram.send import Sender
from bot.telegram.updates import read
from bot.wiring.images import paper
from tests.fakes.course import REGION, CoursesReadOnce, published_course

ROOT = Path(__file__).parents[2]
VOICE = ROOT / "bot" / "simulator" / "static" / "samples" / "voice.ogg"
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

    def ticks(self) -> timedelta:
        """How much time has passed since some moment."""
        return self.now - MONDAY_NOON

    def forward(self, **spans: float) -> None:
        """Move on by days, hours, minutes, seconds."""
        self.now += timedelta(**spans)

    async def sleep(self, seconds: float) -> None:
        """Wait without waiting."""
        self.forward(seconds=seconds)
        await asyncio.sleep(0)


@dataclass(frozen=True)
class Before:
    """What happened before a house was opened: the state of the phones, and the time until which it took."""

    phones: State
    now: datetime


class House:
    """The bot and the simulator.

    Args:
        store: a migrated store with the course.
        brain: understands and chooses actions.
        catalogues: the languages.
        bot: calls the simulator.
        client: an HTTP client for the simulator.
        exchange: the simulator's own memory.
        clock: the time of everything.
        open_to_all: whether newcomers need an invitation.
        random: for ids and orders.
    """

    def __init__(
        self,
        store: Store,
        brain: Brain,
        catalogues: Catalogues,
        bot: Bot,
        client: httpx.AsyncClient,
        exchange: Exchange,
        clock: StillClock,
        open_to_all: bool,
        random: Random,
    ) -> None:
        self.store, self.catalogues, self.clock, self.client = store, catalogues, clock, client
        self.courses = CoursesReadOnce(store, REGION, clock)
        self.bot, self._exchange = bot, exchange
        self.asked_for: list[Sound] = []
        self.can_speak = True
        self.heard: list[Sequence[Sound]] = []
        self.silent: set[str] = set()
        media = Media(self._sound, lambda _: None, self._together, paper)
        self.sender = Sender(self.bot, store, catalogues, clock, clock.sleep, clock.ticks, media)
        self._intake = Intake(self.bot, store, clock, lambda: None)
        self._poller = Poller(self.bot, self._intake, clock, clock.sleep)
        self.turns = Turns(
            store, read, brain, self.courses, catalogues, open_to_all, clock, random, speaks=self._speaks
        )

    def so_far(self) -> Before:
        """What happened until now, for a house that goes on from here with a copy of the store."""
        return Before(deepcopy(self._exchange.state), self.clock())

    def _sound(self, sound: Sound) -> Path:
        """Some voice; what it should say is noted. There is none while the house cannot speak."""
        self.asked_for.append(sound)
        if not self.can_speak:
            raise NoSound("no speech program in this house")
        return VOICE

    def _together(self, sounds: Sequence[Sound], language: str) -> bytes:
        """Some voice; what it should say one after the other is noted. ``silent`` languages have none."""
        if not self.can_speak or any(sound.language == language and not self._speaks(language) for sound in sounds):
            raise NoSound("there is no such voice")
        self.heard.append(sounds)
        return VOICE.read_bytes()

    def _speaks(self, language: str) -> bool:
        return language not in self.silent

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
async def house(
    store: Store, brain: Brain, catalogues: Catalogues, open_to_all: bool = True, before: Before | None = None
) -> AsyncIterator[House]:
    """A house with the project's own course, over a simulator on this machine."""
    clock = StillClock(before.now if before else MONDAY_NOON)
    published_course(store, clock())
    app = simulator.create_app(None, clock)
    if before:
        app.state.exchange.state = deepcopy(before.phones)
    transport = httpx.ASGITransport(app)
    bot = make_bot(TOKEN, SIMULATOR, HTTPXRequest(httpx_kwargs={"transport": transport}))
    # Ids that were given before must not come again.
    random = Random(8 if before else 7)
    async with httpx.AsyncClient(base_url=SIMULATOR, transport=transport) as client:
        # The simulator learns of a bot by its first call.
        await call(bot, "getMe", {})
        yield House(store, brain, catalogues, bot, client, app.state.exchange, clock, open_to_all, random)
