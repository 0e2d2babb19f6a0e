"""The world outside: the simulator with its phones and people, in a process that outlives every bot."""

import asyncio
import logging
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from random import Random
from typing import Any

from bench.crash.people import Person
from bench.crash.record import Record, recorded
from bot import simulator
from bot.simulator.exchange import Exchange
from tests.fakes.served import served

BOT = 4242
TOKEN = f"{BOT}:simulated"

START_SECONDS = 60.0


@dataclass
class World:
    """The world, as the process that kills bots sees it. ``url`` is the simulator's address."""

    url: str
    _line: Connection

    def learning(self) -> int:
        """How many people have answered an item of a lesson."""
        count: int = self._ask("learning")
        return count

    def finish(self) -> int:
        """Let everybody say their last word. Returns how many updates there were in all."""
        deeds: int = self._ask("finish")
        return deeds

    def record(self) -> Record:
        """What passed since the beginning."""
        record: Record = self._ask("record")
        return record

    def _ask(self, wish: str) -> Any:
        self._line.send(wish)
        return self._line.recv()


@contextmanager
def world(people: int, pause: float, seed: int) -> Iterator[World]:
    """A world with so many people, each with ``pause`` seconds between two deeds."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_turn, args=(theirs, people, pause, seed), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(START_SECONDS):
            raise TimeoutError("the simulator did not start")
        yield World(ours.recv(), ours)
    finally:
        ours.close()
        process.join(START_SECONDS)


def _turn(line: Connection, people: int, pause: float, seed: int) -> None:
    # Calls of dead bots break off, which is what this is about.
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL + 1)
    asyncio.run(_serve(line, people, pause, seed))


async def _serve(line: Connection, people: int, pause: float, seed: int) -> None:
    app, record = simulator.create_app(None, lambda: datetime.now(UTC)), Record()
    over = asyncio.Event()
    crowd = _crowd(app.state.exchange, people, pause, Random(seed))
    async with served(recorded(app, record)) as url:
        line.send(url)
        lives = [asyncio.create_task(person.live(over)) for person in crowd]
        while (wish := await asyncio.to_thread(_heard, line)) is not None:
            if wish == "learning":
                line.send(sum(person.learns for person in crowd))
            elif wish == "finish":
                over.set()
                await asyncio.gather(*lives)
                line.send(sum(person.deeds for person in crowd))
            else:
                line.send(record)


def _crowd(exchange: Exchange, people: int, pause: float, random: Random) -> list[Person]:
    bot = exchange.calling_bot(BOT)
    return [Person(exchange, bot, number, Random(random.random()), pause) for number in range(people)]


def _heard(line: Connection) -> Any:
    """What the other side wishes; None when it is gone."""
    try:
        return line.recv()
    except EOFError:
        return None
