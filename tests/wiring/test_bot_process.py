"""The two processes side by side, with Telegram's part played by the simulator."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

import httpx
import pytest

from bot.journeys import smalltalk
from bot.journeys.turn import current_turn
from bot.journeys.understanding import Understood
from bot.settings import Settings
from bot.store.migrating import upgrade
from bot.wiring import bot_process
from bot.wiring.bot_process import run_bot
from bot.wiring.console_process import run_console
from bot.wiring.parts import Parts, clock, open_store, put_together
from bot.wiring.process import CannotStart
from tests.fakes.phones import Handset

LONGEST = 20.0


class Greeter:
    """A brain that answers everything with a greeting."""

    async def read(self, text: str) -> Understood:
        return Understood("greet")

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        smalltalk.greet(current_turn())


def free_ports(number: int) -> list[int]:
    with ExitStack() as taken:
        sockets = [taken.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(number)]
        return [one.getsockname()[1] for one in sockets]


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parts]:
    async def load_brain(_: Settings) -> Greeter:
        return Greeter()

    monkeypatch.setattr(bot_process, "load_brain", load_brain)
    monkeypatch.setenv("WERKMAAT_TELEGRAM_TOKEN", "")
    console_port, bot_port = free_ports(2)
    settings = Settings(data_dir=tmp_path, console_port=console_port, bot_port=bot_port)
    store = open_store(settings)
    upgrade(store, clock())
    yield put_together(settings, store)
    store.close()


@asynccontextmanager
async def running(parts: Parts) -> AsyncIterator[httpx.AsyncClient]:
    """A demo that runs, as a client for its console."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(run_console(parts, stop))
        tasks.create_task(run_bot(parts, stop))
        async with httpx.AsyncClient(base_url=parts.settings.console_address) as client:
            yield client
        stop.set()


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something holds that comes by itself."""
    async with asyncio.timeout(LONGEST):
        while not await holds():  # noqa: ASYNC110 - it happens in a server
            await asyncio.sleep(0.02)


async def connected(client: httpx.AsyncClient) -> bool:
    """Whether the bot has called the simulator."""
    return bool((await client.get("/phone/api/bots")).json()["current"])


async def test_a_learner_is_answered_and_the_machine_is_well(parts: Parts) -> None:
    async with running(parts) as client:

        async def answered() -> bool:
            return [message["from"] for message in await amina.messages()].count("bot") == 2

        await until(partial(connected, client))
        amina = await Handset.new(client, "Amina", "nl")
        await amina.act("command", command="start")
        await amina.says("Dag!")
        await until(answered)
        health, numbers = await client.get("/healthz"), (await client.get("/metrics")).text
    assert health.status_code == 200
    assert health.json().pop("parked") == {"inbox": 0, "outbox": 0}
    assert "werkmaat_turn_seconds_count 2.0" in numbers
    assert 'werkmaat_queue_rows{queue="inbox",state="parked"} 0.0' in numbers


async def test_it_says_that_it_is_not_ready_while_content_is_published(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, publish = threading.Event(), bot_process.publish_changes

    def slowly(parts: Parts) -> None:
        go_on.wait()
        publish(parts)

    monkeypatch.setattr(bot_process, "publish_changes", slowly)
    async with running(parts) as client:
        try:
            early = await client.get(f"http://127.0.0.1:{parts.settings.bot_port}/healthz")
        finally:
            go_on.set()
        await until(partial(connected, client))
    assert early.status_code == 503


async def test_a_port_that_is_taken_is_told_with_its_setting(parts: Parts) -> None:
    with (
        socket.create_server(("127.0.0.1", parts.settings.bot_port)),
        pytest.raises(CannotStart, match=r"cannot be used .*: set WERKMAAT_BOT_PORT to another one"),
    ):
        await run_bot(parts, asyncio.Event())
