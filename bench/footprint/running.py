"""``werkmaat run`` as whoever tries it starts it: its processes, a phone, and how long until that gets an answer."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.settings import ROOT, Settings
from bot.settings.stated import PREFIX

PATIENCE = 300.0
LOOK_AGAIN = 0.05


@dataclass(frozen=True)
class Running:
    """A Werkmaat that runs. ``began`` is a monotonic time; ``client`` reaches its console and phones."""

    pid: int
    began: float
    client: httpx.Client

    def first_answer(self) -> float:
        """Add a phone, press Start, and wait. Returns the seconds from the start of the command to the answer.

        Raises TimeoutError when none comes.
        """
        phone = self._until(lambda: self._post("/phone/api/phones", first_name="Amina", language_code="nl"))["id"]
        # Until the bot has called for the first time, phones do not know it.
        self._until(lambda: self._post(f"/phone/api/phones/{phone}/command", command="start"))
        self._until(lambda: self._answers(phone))
        return time.monotonic() - self.began

    def _answers(self, phone: int) -> Any:
        messages = self.client.get(f"/phone/api/phones/{phone}/messages").raise_for_status().json()
        return [message for message in messages if message["from"] == "bot"]

    def _post(self, path: str, **values: str) -> Any:
        return self.client.post(path, json=values).raise_for_status().json()

    def _until(self, ask: Callable[[], Any]) -> Any:
        """What is answered as soon as there is an answer."""
        while time.monotonic() < self.began + PATIENCE:
            try:
                if answer := ask():
                    return answer
            except httpx.HTTPError:
                pass  # not there yet
            time.sleep(LOOK_AGAIN)
        raise TimeoutError(f"No answer within {PATIENCE:.0f} s: see run.log")


def new_folder(folder: Path) -> Path:
    """A data folder with nothing but the trained model."""
    shutil.copytree(Settings().model_folder, folder / "model")
    return folder


@contextmanager
def running(folder: Path) -> Iterator[Running]:
    """Start ``werkmaat run`` without a token on this data folder, and stop it at the end."""
    port, bot_port = _free_port(), _free_port()
    with (
        (folder / "run.log").open("ab") as log,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        began = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            cwd=ROOT,
            env=_environment(folder, port, bot_port),
            stdout=log,
            stderr=log,
        )
        try:
            yield Running(process.pid, began, client)
        finally:
            process.terminate()
            process.wait()


def _environment(folder: Path, port: int, bot_port: int) -> dict[str, str]:
    """The settings of a demo. An empty value counts as none, and what stands in ``.env`` does not count then."""
    names = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    given = {"DATA_DIR": str(folder), "CONSOLE_PORT": str(port), "BOT_PORT": str(bot_port)}
    return {**os.environ, **dict.fromkeys(names, ""), **{f"{PREFIX}{name}": value for name, value in given.items()}}


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port
