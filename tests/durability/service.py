"""The bot in service, its three loops running; time passes faster than ours, so that a minute can be waited for."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from time import monotonic

import httpx
from telegram.request import HTTPXRequest

from bot import simulator
from bot.i18n import Catalogues, Verbatim
from bot.journeys import counsellor
from bot.journeys.turn import current_turn
from bot.journeys.turns import Turns
from bot.journeys.understanding import Understood
from bot.store import Store
from bot.telegram.bot import call, make_bot
from bot.telegram.intake import Intake
from bot.telegram.receive import Poller
from bot.telegram.send import Sender
from bot.telegram.updates import read
from bot.wiring.worker import Worker
from tests.fakes.course import REGION, CoursesReadOnce, published_course
from tests.fakes.phones import Handset
from tests.fakes.stores import add_learner

TOKEN = "4242:a-token-for-tests"
SIMULATOR = "http://simulator"
START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SPEED = 20
LONGEST = 60.0

LONG = "Ja. " * 1000
"""More than fits into what is left of any page of a database."""


class FastTime:
    """A clock that runs ``SPEED`` times as fast as ours, and can be set."""

    def __init__(self) -> None:
        self._began = monotonic()
        self.shift = timedelta()

    def __call__(self) -> datetime:
        return START + self.shift + timedelta(seconds=self.seconds())

    def seconds(self) -> float:
        """How much time has passed, whatever the clock was set to."""
        return (monotonic() - self._began) * SPEED

    def ticks(self) -> timedelta:
        """The same, for the pace of sending."""
        return timedelta(seconds=self.seconds())

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / SPEED)


class Keeper:
    """A brain that keeps every text as a message to the counsellor, and answers with its first line, and at length."""

    async def read(self, text: str) -> Understood:
        return Understood("out_of_scope")

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        turn = current_turn()
        counsellor.keep_message(turn, "counsellor")
        turn.say(Verbatim(turn.incoming.text.partition("\n")[0]), Verbatim(LONG))


@dataclass
class Service:
    """A learner's phone before a bot that runs."""

    time: FastTime
    phone: Handset

    async def answers(self) -> list[str]:
        """The first line of every answer on the phone, in their order."""
        return [one["text"].partition("\n")[0] for one in await self.phone.messages() if one["from"] == "bot"]

    async def within_a_minute(self, *texts: str) -> list[str]:
        """Wait until the last of these texts is answered. Returns all answers; fails after a minute of fast time."""
        until = self.time.seconds() + LONGEST
        while not set(texts) <= set(found := await self.answers()):
            assert self.time.seconds() < until, f"after a minute there is only {found}"
            await self.time.sleep(0.5)
        return found


@asynccontextmanager
async def in_service(store: Store, catalogues: Catalogues) -> AsyncIterator[Service]:
    """A bot on this store that runs until the end of the block; Telegram's part is played by the simulator."""
    time, stop = FastTime(), asyncio.Event()
    published_course(store, time())
    transport = httpx.ASGITransport(simulator.create_app(None, time))
    bot = make_bot(TOKEN, SIMULATOR, HTTPXRequest(httpx_kwargs={"transport": transport}))
    sender = Sender(bot, store, catalogues, time, time.sleep, time.ticks)
    worker = Worker(turns_of(store, catalogues, time), lambda _: sender.wake(), time.sleep)
    poller = Poller(bot, Intake(bot, store, time, worker.wake), time, time.sleep)
    async with httpx.AsyncClient(base_url=SIMULATOR, transport=transport) as client, asyncio.TaskGroup() as tasks:
        await call(bot, "getMe", {})
        phone = await Handset.new(client, "Amina", "nl")
        add_learner(store, phone.id, language="nl")
        for loop in (poller, worker, sender):
            tasks.create_task(loop.run(stop))
        yield Service(time, phone)
        stop.set()


def turns_of(store: Store, catalogues: Catalogues, clock: Callable[[], datetime]) -> Turns:
    """Turns that keep every text."""
    return Turns(
        store=store,
        read=read,
        brain=Keeper(),
        courses=CoursesReadOnce(store, REGION, clock),
        catalogues=catalogues,
        open_to_all=True,
        clock=clock,
        random=Random(7),
    )
