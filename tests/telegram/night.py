"""A small bot in service on a bad night: the real rooms before the simulator, whose faults are switched on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from random import Random
from typing import Any

import httpx
from sqlalchemy import select
from telegram.error import TimedOut
from telegram.request import HTTPXRequest, RequestData

from bot.i18n import Catalogues, Verbatim
from bot.journeys.turn import current_turn
from bot.journeys.understanding import Understood
from bot.simulator import create_app
from bot.simulator.exchange import Exchange
from bot.store import Store
from bot.store.tables import OutboxRow
from bot.telegram import make_bot
from tests.fakes.house import MONDAY_NOON, TOKEN, House, StillClock
from tests.fakes.phones import Handset
from tests.fakes.served import served
from tests.telegram.world import until

HURRY = 20
"""A twentieth of a timeout is waited for; the still clock moves on by all of it."""


class Echo:
    """A brain that answers every text with itself, and breaks on one."""

    async def read(self, text: str) -> Understood:
        return Understood("out_of_scope")

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        turn = current_turn()
        if turn.incoming.text == "break":
            turn.failure = ValueError(turn.incoming.text)
        turn.say(Verbatim(f"heard {turn.incoming.text or turn.incoming.kind.value}"))


class Hurried(HTTPXRequest):
    """The network, with timeouts that move the clock instead of being sat through."""

    def __init__(self, clock: StillClock) -> None:
        super().__init__(connection_pool_size=32, httpx_kwargs={"trust_env": False, "verify": False})
        self._clock = clock

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        others = (write_timeout, connect_timeout, pool_timeout)
        try:
            return await super().do_request(url, method, request_data, read_timeout / HURRY, *others)
        except TimedOut:
            self._clock.forward(seconds=read_timeout)
            raise


class Night:
    """The bot, the simulator's phones, and its faults."""

    def __init__(self, house: House, exchange: Exchange) -> None:
        self.house, self.clock, self.client = house, house.clock, house.client
        self.exchange = exchange

    async def fault(self, kind: str, **values: Any) -> None:
        """Switch a fault on."""
        answer = await self.client.post("/phone/api/faults", json={"kind": kind, **values})
        assert answer.status_code == 201, answer.text

    async def calls(self) -> list[dict[str, Any]]:
        """What the simulator noted of every call."""
        return (await self.client.get("/phone/api/calls")).json()  # type: ignore[no-any-return]

    async def phone(self, name: str) -> Handset:
        """A phone that pressed START and was answered."""
        handset = await Handset.new(self.client, name, "en")
        await handset.act("command", command="start")
        await self.passes()
        return handset

    async def passes(self) -> None:
        """Let the bot take everything in, and go on until nothing waits in its outbox."""
        await self.receive()
        await self.send()

    async def receive(self) -> None:
        """Let the poller run until every update is confirmed."""
        stop = asyncio.Event()
        running = asyncio.create_task(self.house._poller.run(stop))
        try:
            await until(lambda: not self.exchange.state.bots[4242].pending)
        finally:
            stop.set()
            await running

    async def send(self) -> None:
        """Run the turns and send, a second after the other, until nothing waits."""
        await self.house.work()
        while self.waiting():
            self.clock.forward(seconds=1)
            await self.house.work()

    def waiting(self) -> bool:
        """Whether something is still to be sent."""
        with self.house.store.reading() as session:
            return session.scalars(select(OutboxRow.id).where(OutboxRow.state == "new")).first() is not None

    async def recovery(self) -> timedelta:
        """How long ago the last fault struck."""
        struck = [call["at"] for call in await self.calls() if call["fault"]]
        return timedelta(seconds=self.clock().timestamp() - max(struck, default=self.clock().timestamp()))


@asynccontextmanager
async def night(store: Store, catalogues: Catalogues, *, hurried: bool = False) -> AsyncIterator[Night]:
    """A night with a bot that echoes, over `store`, which holds the course. `hurried`: its timeouts are played."""
    clock = StillClock(MONDAY_NOON)

    async def stall(seconds: float) -> None:
        end = clock() + timedelta(seconds=seconds)
        await until(lambda: clock() >= end)

    simulator = create_app(None, clock, sleep=stall)
    async with served(simulator) as url, httpx.AsyncClient(base_url=url, trust_env=False) as client:
        await client.get(f"/bot{TOKEN}/getMe")
        bot = make_bot(TOKEN, url, Hurried(clock) if hurried else None)
        exchange = simulator.state.exchange
        yield Night(House(store, Echo(), catalogues, bot, client, exchange, clock, True, Random(7)), exchange)


async def heard(phone: Handset) -> list[str]:
    """What the bot said after the first greeting."""
    return [message["text"] for message in await phone.messages() if message["from"] == "bot"][1:]
