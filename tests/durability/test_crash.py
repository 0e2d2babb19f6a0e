"""The bot is killed, again and again under load and once while it starts: the short form of `make crash`."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from bot import simulator
from tests.conftest import DATABASES
from tests.fakes.brain import model_dir
from tests.fakes.house import ROOT
from tests.fakes.phones import Handset
from tests.fakes.served import served
from tests.fakes.stores import POSTGRES_URL

pytestmark = [pytest.mark.slow, pytest.mark.model, pytest.mark.timeout(900)]

KILLS = 10
LONGEST = 300.0
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}


@dataclass(frozen=True)
class Kills:
    """The kills as they go on, and where they log."""

    process: "subprocess.Popen[str]"
    log: Path


@pytest.fixture(scope="module", autouse=True)
def kills(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kills]:
    """Ten kills on each database; they go on while the first test of this module runs."""
    log = tmp_path_factory.mktemp("kills") / "log"
    chosen = ["--kills", str(KILLS), "--people", "10", "--pause", "0.5", "--longest", "1", "--seed", "1"]
    databases = ["--database", "sqlite", *(["--database", "postgres"] if postgres_answers() else [])]
    command = [sys.executable, "-m", "bench.crash", "--json", "--model", str(model_dir()), *chosen, *databases]
    with log.open("w") as errors:
        running = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | QUIET, stdout=subprocess.PIPE, stderr=errors, text=True
        )
    yield Kills(running, log)
    running.kill()
    running.wait()


@pytest.fixture(scope="module")
def verdicts(kills: Kills) -> dict[str, Any]:
    """What the kills left, for each database."""
    said, _ = kills.process.communicate(timeout=LONGEST * 2)
    assert said, kills.log.read_text()[-3000:]
    found: dict[str, Any] = json.loads(said)
    return found


async def test_a_bot_that_was_killed_while_it_starts_starts_again_and_answers(tmp_path: Path) -> None:
    (tmp_path / "model").symlink_to(model_dir().resolve())
    async with (
        served(simulator.create_app(None, lambda: datetime.now(UTC))) as url,
        httpx.AsyncClient(base_url=url, trust_env=False) as client,
    ):
        first = start(tmp_path, url)
        await until(in_service_soon(tmp_path))
        end(first, signal.SIGKILL)
        second = start(tmp_path, url)
        try:
            amina = await once_there(client)
            await amina.act("command", command="start")
            await until(answered(amina))
        finally:
            end(second, signal.SIGTERM)
    assert "4242:cold" not in (tmp_path / "log").read_text()


@pytest.mark.parametrize("database", DATABASES)
def test_nothing_is_lost_or_done_twice(database: str, verdicts: dict[str, Any], request: pytest.FixtureRequest) -> None:
    request.getfixturevalue(f"{database}_store")
    verdict = verdicts[database]
    assert verdict["faults"] == []
    numbers = verdict["numbers"]
    assert numbers["attempts"] == numbers["showings answered"] > 0
    assert numbers["reports to the counsellor"] > 0
    assert numbers["sent twice"] <= numbers["sent twice at most"]


def postgres_answers() -> bool:
    engine = create_engine(POSTGRES_URL)
    try:
        engine.connect().close()
    except OperationalError:
        return False
    finally:
        engine.dispose()
    return True


def start(folder: Path, url: str) -> "subprocess.Popen[bytes]":
    """`werkmaat run --role bot`, as the supervisor starts it."""
    settings = {
        "WERKMAAT_DATA_DIR": str(folder),
        "WERKMAAT_TELEGRAM_TOKEN": "4242:cold",
        "WERKMAAT_TELEGRAM_API_URL": url,
        "WERKMAAT_DATABASE_URL": "",
        "WERKMAAT_BOT_PORT": str(free_port()),
    }
    with (folder / "log").open("ab") as log:
        command = [sys.executable, "-m", "bot", "run", "--role", "bot"]
        return subprocess.Popen(command, cwd=ROOT, env=os.environ | QUIET | settings, stderr=log)


def end(process: "subprocess.Popen[bytes]", how: int) -> None:
    assert process.poll() is None, f"it ended by itself: {process.returncode}"
    process.send_signal(how)
    process.wait(60)


def in_service_soon(folder: Path) -> Callable[[], Awaitable[bool]]:
    async def loads() -> bool:
        log = folder / "log"
        return log.exists() and "Loading the model" in log.read_text()

    return loads


def answered(phone: Handset) -> Callable[[], Awaitable[bool]]:
    async def has_answer() -> bool:
        return any(message["from"] == "bot" for message in await phone.messages())

    return has_answer


async def once_there(client: httpx.AsyncClient) -> Handset:
    """A phone, once the bot has called the simulator."""

    async def called() -> bool:
        return bool((await client.get("/phone/api/bots")).json()["current"])

    await until(called)
    return await Handset.new(client, "Amina", "nl")


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(LONGEST):
        while not await holds():  # noqa: ASYNC110 - it happens in another process
            await asyncio.sleep(0.1)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port
