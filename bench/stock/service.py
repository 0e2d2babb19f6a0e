"""Stock Rasa as two processes, `rasa run` and its action server, with the project's own model and a new database."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import IO, Any

from bench.folders import BENCH
from bot.dialogue import model
from bot.settings import ROOT, Settings

HERE = Path(__file__).parent
PYTHON = BENCH / "stock" / "bin" / "python"
HOST = "127.0.0.1"
START_SECONDS = 180
STOP_SECONDS = 20


class NotThere(Exception):
    """Stock Rasa is not installed or does not start; the message says what to do."""


@dataclass(frozen=True)
class Stock:
    """Stock Rasa: the ports of its two HTTP servers, and the folder of their logs."""

    port: int
    actions_port: int
    folder: Path

    def wait(self) -> None:
        """Wait until both answer, which takes as long as loading a model does. Raises NotThere."""
        _wait(self.actions_port, "/health", self.folder / "actions.log")
        _wait(self.port, "/status", self.folder / "rasa.log")

    def connect(self) -> HTTPConnection:
        """A connection for one conversation: opening it is no part of a turn."""
        return HTTPConnection(HOST, self.port)


@contextmanager
def stock(folder: Path) -> Iterator[Stock]:
    """Start both processes. What they write goes into ``folder``."""
    if not PYTHON.exists():
        raise NotThere("Stock Rasa is not installed. Run: make var/bench/stock/installed")
    port, actions_port = _free_ports(2)
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
        "RASA_TELEMETRY_ENABLED": "false",
        "SANIC_HOST": HOST,
        "STOCK_ACTIONS_URL": f"http://{HOST}:{actions_port}/webhook",
        "STOCK_DATABASE": str(folder / "rasa.db"),
        # As the bot has it.
        "OMP_NUM_THREADS": "1",
    }
    with ExitStack() as running:
        for name, command in (("actions", _actions(actions_port)), ("rasa", _rasa(port))):
            running.enter_context(_process(command, folder / f"{name}.log", folder, environment))
        yield Stock(port, actions_port, folder)


def _actions(port: int) -> Sequence[str]:
    """What `rasa run actions` starts too."""
    return ("-m", "rasa_sdk", "--actions", "bench.stock.actions", "--port", str(port))


def _rasa(port: int) -> Sequence[str]:
    files = ("--endpoints", str(HERE / "endpoints.yml"), "--credentials", str(HERE / "credentials.yml"))
    trained = str(model.own_model(Settings().model_folder))
    return ("-m", "rasa", "run", "-i", HOST, "-p", str(port), "--enable-api", "--model", trained, *files)


@contextmanager
def _process(command: Sequence[str], log: Path, folder: Path, environment: dict[str, str]) -> Iterator[None]:
    with log.open("w") as said:
        process = _start(command, said, folder, environment)
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _start(command: Sequence[str], said: IO[str], folder: Path, environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(PYTHON), *command], cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT, text=True
    )


def _wait(port: int, path: str, log: Path) -> None:
    for _ in range(START_SECONDS):
        try:
            if ask(HTTPConnection(HOST, port), "GET", path) is not None:
                return
        except (OSError, HTTPException):
            time.sleep(1)
    raise NotThere(f"Stock Rasa does not answer. What it said: {log.read_text()[-2000:]}")


def ask(connection: HTTPConnection, method: str, path: str, body: Any = None) -> Any:
    """One request. Returns the JSON of the answer; raises HTTPException when it is no success."""
    connection.request(method, path, body and json.dumps(body), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    said = answer.read()
    if answer.status != 200:
        raise HTTPException(f"{path}: {answer.status} {said[:300]!r}")
    return json.loads(said)


def _free_ports(count: int) -> list[int]:
    """Ports that were free a moment ago."""
    with ExitStack() as taken:
        return [taken.enter_context(socket.create_server((HOST, 0))).getsockname()[1] for _ in range(count)]
