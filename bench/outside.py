"""The world outside the bot: the simulator and its phones, in a process of their own, over HTTP as in service."""

import asyncio
import logging
import multiprocessing
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, TypeAlias

import httpx

from bench.crash.world import BOT
from bot import simulator
from bot.simulator.exchange import Exchange
from bot.simulator.journal import Entry
from bot.simulator.records import FIRST_PHONE, Bot, Phone
from bot.wiring.parts import clock
from bot.wiring.serving import listen, serve

START_SECONDS = 60.0
HOST = "127.0.0.1"

Play: TypeAlias = Callable[[Exchange, Bot, Any], Awaitable[Any]]
"""What the people with the phones do when they are asked for something. Another process runs it: a plain function."""


@dataclass(frozen=True)
class Deed:
    """That somebody did something with their phone, and when (Unix seconds)."""

    chat: int
    at: float


@dataclass(frozen=True)
class Outside:
    """The world, as the process that measures sees it.

    ``url`` is the simulator's address; ``phones`` are the chats that were begun.
    """

    url: str
    phones: range
    _line: Connection
    _client: httpx.Client

    def begin(self, wish: Any) -> None:
        """Let the people play; ``result`` waits for the end."""
        self._line.send(wish)

    def result(self) -> Any:
        """What the play that was begun returns."""
        return self._line.recv()

    def calls(self, after: int = 0) -> list[Entry]:
        """The calls of bots after the one with this number, as the simulator noted them when they arrived."""
        answer = self._client.get("/phone/api/calls", params={"after": after})
        return [Entry(**raw) for raw in answer.raise_for_status().json()]

    def trouble(self, kind: str, **values: Any) -> None:
        """Switch on a fault of the simulator's."""
        self._client.post("/phone/api/faults", json={"kind": kind, **values}).raise_for_status()


async def nothing(_exchange: Exchange, _bot: Bot, _wish: Any) -> None:
    """The play of people who only read."""


@contextmanager
def outside(people: int, play: Play = nothing) -> Iterator[Outside]:
    """A world with so many phones, where Telegram's limits hold. Raises TimeoutError when it does not start."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_turn, args=(theirs, people, play), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(START_SECONDS):
            raise TimeoutError("the simulator did not start")
        url = ours.recv()
        with httpx.Client(base_url=url, trust_env=False) as client:
            world = Outside(url, _phones(people), ours, client)
            world.trouble("rates")
            yield world
    finally:
        ours.close()
        process.join(START_SECONDS)


def _phones(people: int) -> range:
    return range(FIRST_PHONE, FIRST_PHONE + people)


def _turn(line: Connection, people: int, play: Play) -> None:
    # Calls of dead bots break off, which is no error here.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL + 1)
    asyncio.run(_serve(line, people, play))


async def _serve(line: Connection, people: int, play: Play) -> None:
    app, stop = simulator.create_app(None, clock), asyncio.Event()
    exchange: Exchange = app.state.exchange
    bot = exchange.calling_bot(BOT)
    for number in _phones(people):
        phone = Phone(number, "Amina", "nl")
        exchange.add_phone(phone)
        exchange.chat(bot, phone).started = True
    with listen(HOST, 0, "the port of the simulator") as taken:
        serving = asyncio.create_task(serve(app, taken, stop))
        line.send(f"http://{HOST}:{taken.getsockname()[1]}")
        while (wish := await asyncio.to_thread(_heard, line)) is not None:
            line.send(await play(exchange, bot, wish))
        stop.set()
        await serving


def _heard(line: Connection) -> Any:
    """What the other side wishes; None when it is gone."""
    try:
        return line.recv()
    except EOFError:
        return None
